-- CreateTable
CREATE TABLE "lead_change" (
    "xid" BIGINT NOT NULL,
    "lead_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_change_pkey" PRIMARY KEY ("xid","lead_id")
);

-- Statement by statement, so that many leads at once cost little each. A new touch is not noted: it always counts its lead anew.
CREATE FUNCTION note_changed_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lead_change (xid, lead_id)
    SELECT DISTINCT pg_current_xact_id()::text::bigint, lead_id FROM changed ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "state_made_noted" AFTER INSERT ON "lead_state" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_leads();
CREATE TRIGGER "state_changed_noted" AFTER UPDATE ON "lead_state" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_leads();
CREATE TRIGGER "state_gone_noted" AFTER DELETE ON "lead_state" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_leads();
CREATE TRIGGER "handoff_made_noted" AFTER INSERT ON "handoff" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_leads();
CREATE TRIGGER "handoff_changed_noted" AFTER UPDATE ON "handoff" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_leads();
CREATE TRIGGER "handoff_gone_noted" AFTER DELETE ON "handoff" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_leads();
CREATE TRIGGER "touchpoint_changed_noted" AFTER UPDATE ON "touchpoint" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_leads();
CREATE TRIGGER "touchpoint_gone_noted" AFTER DELETE ON "touchpoint" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_leads();

-- Emptying the table names nobody afterwards.
CREATE FUNCTION note_all_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lead_change (xid, lead_id)
    SELECT pg_current_xact_id()::text::bigint, lead_id FROM lead_state ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "state_emptied_noted" BEFORE TRUNCATE ON "lead_state"
  FOR EACH STATEMENT EXECUTE FUNCTION note_all_leads();

-- Reports ask two things of a lead and one of its company that no state repeats.
CREATE FUNCTION note_changed_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lead_change (xid, lead_id) VALUES (pg_current_xact_id()::text::bigint, new.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "lead_changed_noted" AFTER UPDATE OF "currency", "company_id" ON "lead" FOR EACH ROW
  WHEN (old.currency IS DISTINCT FROM new.currency OR old.company_id IS DISTINCT FROM new.company_id)
  EXECUTE FUNCTION note_changed_lead();

CREATE FUNCTION note_leads_of_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lead_change (xid, lead_id)
    SELECT pg_current_xact_id()::text::bigint, id FROM lead WHERE company_id = new.id ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "company_size_noted" AFTER UPDATE OF "employees" ON "company" FOR EACH ROW
  WHEN (old.employees IS DISTINCT FROM new.employees) EXECUTE FUNCTION note_leads_of_company();

-- The index by which touches are read lead by lead also holds what reports ask of them: ten million are read from it in order, without the rows.
DROP INDEX "touchpoint_lead_id_occurred_at_logged_at_id_idx";
CREATE INDEX "touchpoint_lead_id_occurred_at_logged_at_id_idx" ON "touchpoint" ("lead_id", "occurred_at", "logged_at", "id")
  INCLUDE ("channel", "engaged", "campaign_id", "voided_at", "logged_by_id");
