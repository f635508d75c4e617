-- AlterTable
ALTER TABLE "lead_formerly" ADD COLUMN     "currency" CHAR(3);

-- AlterTable
ALTER TABLE "replayed_lead" ADD COLUMN     "currency" CHAR(3);

-- What is known of the past lacks it: until now a value was kept without saying in what.
UPDATE "lead_formerly" f SET "currency" = l."currency" FROM "lead" l WHERE l."id" = f."lead_id";
DELETE FROM "replay";

CREATE OR REPLACE FUNCTION keep_former_hands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lead_formerly (lead_id, until, owner_id, rep_id, source, value, currency, company_id)
    SELECT old.lead_id, moment_of_change(), old.owner_id, old.rep_id, source, value, currency, company_id
    FROM lead WHERE id = old.lead_id;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_former_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lead_formerly (lead_id, until, owner_id, rep_id, source, value, currency, company_id)
    SELECT old.id, moment_of_change(), owner_id, rep_id, old.source, old.value, old.currency, old.company_id
    FROM lead_state WHERE lead_id = old.id;
  RETURN NULL;
END $$;
DROP TRIGGER "lead_facts_replaced" ON "lead";
CREATE TRIGGER "lead_facts_replaced" AFTER UPDATE OF "source", "value", "currency", "company_id" ON "lead" FOR EACH ROW
  WHEN (old.source IS DISTINCT FROM new.source OR old.value IS DISTINCT FROM new.value
    OR old.currency IS DISTINCT FROM new.currency OR old.company_id IS DISTINCT FROM new.company_id)
  EXECUTE FUNCTION keep_former_facts();
