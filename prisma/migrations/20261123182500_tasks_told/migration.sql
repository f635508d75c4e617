-- What somebody plans, puts off, does, drops or gives to another is told to every open page, as handoffs are.
CREATE TRIGGER "task_planned" AFTER INSERT ON "task" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER "task_changed" AFTER UPDATE ON "task" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
