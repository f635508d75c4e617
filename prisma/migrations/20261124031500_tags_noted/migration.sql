-- Lists of leads by their tags are found in memory, too.
DROP TRIGGER "lead_changed_noted" ON "lead";
CREATE TRIGGER "lead_changed_noted" AFTER UPDATE OF "currency", "company_id", "tags" ON "lead" FOR EACH ROW
  WHEN (old.currency IS DISTINCT FROM new.currency OR old.company_id IS DISTINCT FROM new.company_id
    OR old.tags IS DISTINCT FROM new.tags)
  EXECUTE FUNCTION note_changed_lead();
