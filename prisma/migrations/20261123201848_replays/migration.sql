-- AlterTable
ALTER TABLE "company" ADD COLUMN     "employees" INTEGER;

-- AlterTable
ALTER TABLE "lead_state" ADD COLUMN     "first_channel" "Channel",
ADD COLUMN     "first_sales_touch_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "lead_formerly" (
    "id" BIGSERIAL NOT NULL,
    "lead_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "owner_id" UUID,
    "rep_id" UUID,
    "source" TEXT,
    "value" DECIMAL(14,2),
    "company_id" UUID,

    CONSTRAINT "lead_formerly_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replay" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "policy" JSONB NOT NULL,
    "time_zone" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "leads_total" INTEGER NOT NULL,
    "leads_done" INTEGER NOT NULL DEFAULT 0,
    "done_to" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "last_read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "replay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replayed_lead" (
    "replay_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT,
    "value" DECIMAL(14,2),
    "company_id" UUID,
    "owner_id" UUID,
    "rep_id" UUID,
    "stage" "Stage" NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "lost_reason" "Reason",
    "closed_at" TIMESTAMPTZ(3),
    "is_recycled" BOOLEAN NOT NULL,
    "touch_count" INTEGER NOT NULL,
    "lifetime_touch_count" INTEGER NOT NULL,
    "marketing_touch_count" INTEGER NOT NULL,
    "sales_touch_count" INTEGER NOT NULL,
    "close_touch_count" INTEGER NOT NULL,
    "first_touch_at" TIMESTAMPTZ(3),
    "first_channel" "Channel",
    "first_sales_touch_at" TIMESTAMPTZ(3),
    "last_touch_at" TIMESTAMPTZ(3),
    "first_warmed_at" TIMESTAMPTZ(3),
    "first_hot_at" TIMESTAMPTZ(3),
    "first_accepted_at" TIMESTAMPTZ(3),
    "risen_at" TIMESTAMPTZ(3)[],

    CONSTRAINT "replayed_lead_pkey" PRIMARY KEY ("replay_id","lead_id")
);

-- CreateIndex
CREATE INDEX "lead_formerly_lead_id_until_idx" ON "lead_formerly"("lead_id", "until");

-- CreateIndex
CREATE INDEX "lead_formerly_until_idx" ON "lead_formerly"("until");

-- CreateIndex
CREATE UNIQUE INDEX "replay_key_key" ON "replay"("key");

-- AddForeignKey
ALTER TABLE "lead_formerly" ADD CONSTRAINT "lead_formerly_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replayed_lead" ADD CONSTRAINT "replayed_lead_replay_id_fkey" FOREIGN KEY ("replay_id") REFERENCES "replay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

UPDATE "lead_state" s SET "first_channel" = f.channel, "first_sales_touch_at" = f.first_sales_touch_at
  FROM (
    SELECT lead_id, (array_agg(channel ORDER BY occurred_at, logged_at, id))[1] AS channel,
      min(occurred_at) FILTER (WHERE channel >= 'meeting') AS first_sales_touch_at
    FROM "touchpoint" WHERE "voided_at" IS NULL GROUP BY lead_id
  ) f WHERE f.lead_id = s.lead_id;

ALTER TABLE "company" ADD CONSTRAINT "company_employees_check" CHECK ("employees" > 0);

-- The time of a change is that of its command where it says one; else the clock's.
CREATE FUNCTION moment_of_change() RETURNS timestamptz LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('baton.now', true), '')::timestamptz, now()) $$;

CREATE FUNCTION keep_former_hands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lead_formerly (lead_id, until, owner_id, rep_id, source, value, company_id)
    SELECT old.lead_id, moment_of_change(), old.owner_id, old.rep_id, source, value, company_id FROM lead WHERE id = old.lead_id;
  RETURN NULL;
END $$;
CREATE TRIGGER "lead_hands_changed" AFTER UPDATE OF "owner_id", "rep_id" ON "lead_state" FOR EACH ROW
  WHEN (old.owner_id IS DISTINCT FROM new.owner_id OR old.rep_id IS DISTINCT FROM new.rep_id)
  EXECUTE FUNCTION keep_former_hands();

CREATE FUNCTION keep_former_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lead_formerly (lead_id, until, owner_id, rep_id, source, value, company_id)
    SELECT old.id, moment_of_change(), owner_id, rep_id, old.source, old.value, old.company_id FROM lead_state WHERE lead_id = old.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "lead_facts_replaced" AFTER UPDATE OF "source", "value", "company_id" ON "lead" FOR EACH ROW
  WHEN (old.source IS DISTINCT FROM new.source OR old.value IS DISTINCT FROM new.value
    OR old.company_id IS DISTINCT FROM new.company_id)
  EXECUTE FUNCTION keep_former_facts();
