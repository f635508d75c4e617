-- Whatever changes a handoff or notices a breach tells so to every process that listens: no way in can forget it. Nothing is
-- said of what changed, so that Postgres makes one message of all that a transaction tells.
CREATE FUNCTION tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed) THEN
    PERFORM pg_notify('baton_changes', '');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "handoff_made" AFTER INSERT ON "handoff" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER "handoff_changed" AFTER UPDATE ON "handoff" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER "breach_noticed" AFTER INSERT ON "breach" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER "breach_escalated" AFTER UPDATE ON "breach" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
