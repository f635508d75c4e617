-- Who logged a touch tells whether it is the first one that a rep has promised: reports ask that of each, too.
DROP INDEX "touchpoint_lead_id_occurred_at_logged_at_id_idx";
CREATE INDEX "touchpoint_lead_id_occurred_at_logged_at_id_idx" ON "touchpoint" ("lead_id", "occurred_at", "logged_at", "id")
  INCLUDE ("channel", "engaged", "campaign_id", "voided_at", "logged_by_id");
