-- AlterTable
ALTER TABLE "lead_state" ADD COLUMN     "last_engaged_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_sales_touch_at" TIMESTAMPTZ(3);

UPDATE "lead_state" s SET "last_engaged_at" = t.last_engaged_at, "last_sales_touch_at" = t.last_sales_touch_at
  FROM (
    SELECT lead_id, max(occurred_at) FILTER (WHERE engaged) AS last_engaged_at,
      max(occurred_at) FILTER (WHERE channel >= 'meeting') AS last_sales_touch_at
    FROM "touchpoint" WHERE "voided_at" IS NULL GROUP BY lead_id
  ) t WHERE t.lead_id = s.lead_id;

-- What a rep has is listed and counted from the index alone. A touch writes an entry of it anyway.
DROP INDEX "lead_state_rep_idx";
CREATE INDEX "lead_state_rep_idx" ON "lead_state" ("rep_id", "lead_id")
  INCLUDE ("stage", "outcome", "desk", "is_over_touched", "created_at", "last_touch_at", "last_engaged_at", "last_sales_touch_at", "closed_at")
  WHERE "deleted_at" IS NULL;

-- Those that nobody touched yet are looked for in the order in which they were accepted: a rep's, and all.
CREATE INDEX "handoff_accepted_by_rep_idx" ON "handoff" ("rep_id", "accepted_at", "lead_id") WHERE "status" = 'ACCEPTED';
CREATE INDEX "handoff_accepted_at_idx" ON "handoff" ("accepted_at", "lead_id") WHERE "status" = 'ACCEPTED';
