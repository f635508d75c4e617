-- AlterTable
ALTER TABLE "lead_state" ADD COLUMN     "first_accepted_at" TIMESTAMPTZ(3);

UPDATE "lead_state" s SET "first_accepted_at" = h."at"
FROM (SELECT "lead_id", min("accepted_at") AS "at" FROM "handoff" WHERE "accepted_at" IS NOT NULL GROUP BY "lead_id") h
WHERE h."lead_id" = s."lead_id";
