-- For search in names and addresses.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Ids that sort by time (RFC 9562, version 7): milliseconds since 1970 in the first 48 bits, the rest random.
-- The two bits turn version 4 (0100) into 7 (0111). One statement, so that it also runs on Postgres before 18.
CREATE FUNCTION uuid7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(
      set_bit(
        overlay(
          uuid_send(gen_random_uuid())
          PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6
        ),
        52, 1
      ),
      53, 1
    ),
    'hex'
  )::uuid
$$;

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('marketer', 'rep', 'manager', 'admin');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('advertising', 'public_relations', 'social_media', 'networking', 'brand_awareness', 'direct_mail', 'email', 'webinar', 'content', 'web_form', 'referral', 'meeting', 'cold_call', 'introduction', 'follow_up_call', 'sales_email', 'demo', 'proposal');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('outbound', 'inbound');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('COLD', 'WARM', 'HOT');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('OPEN', 'WON', 'LOST');

-- CreateEnum
CREATE TYPE "Desk" AS ENUM ('MARKETING', 'QUEUE', 'SALES');

-- CreateEnum
CREATE TYPE "HandoffStatus" AS ENUM ('WAITING', 'ACCEPTED', 'CLOSED', 'RETURNED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "HandoffOrigin" AS ENUM ('automatic', 'manual');

-- CreateEnum
CREATE TYPE "ReturnKind" AS ENUM ('repair', 'recycle', 'disqualify');

-- CreateEnum
CREATE TYPE "Reason" AS ENUM ('wrong_person', 'bad_data', 'duplicate', 'no_budget', 'not_now', 'unreachable', 'no_fit', 'competitor', 'no_decision', 'other');

-- CreateEnum
CREATE TYPE "RepairAnswer" AS ENUM ('fixed', 'disputed');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('leads', 'touchpoints', 'outcomes');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('uploaded', 'running', 'done', 'failed', 'reverted', 'cancelled');

-- CreateTable
CREATE TABLE "settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "company_name" TEXT NOT NULL DEFAULT 'My company',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "currency" CHAR(3) NOT NULL DEFAULT 'EUR',
    "setup_code_hash" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotent_answer" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "company" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "domain" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "first_name" TEXT,
    "last_name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "title" TEXT,
    "company_id" UUID,
    "external_id" TEXT,
    "source" TEXT,
    "value" DECIMAL(14,2),
    "currency" CHAR(3),
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "details" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_state" (
    "lead_id" UUID NOT NULL,
    "stage" "Stage" NOT NULL DEFAULT 'COLD',
    "touch_count" INTEGER NOT NULL DEFAULT 0,
    "lifetime_touch_count" INTEGER NOT NULL DEFAULT 0,
    "marketing_touch_count" INTEGER NOT NULL DEFAULT 0,
    "sales_touch_count" INTEGER NOT NULL DEFAULT 0,
    "is_over_touched" BOOLEAN NOT NULL DEFAULT false,
    "ticks" TEXT NOT NULL DEFAULT '',
    "last_touch_at" TIMESTAMPTZ(3),
    "warmed_at" TIMESTAMPTZ(3),
    "hot_at" TIMESTAMPTZ(3),
    "first_warmed_at" TIMESTAMPTZ(3),
    "first_hot_at" TIMESTAMPTZ(3),
    "close_touch_count" INTEGER,
    "next_fall_at" TIMESTAMPTZ(3),
    "policy_version" INTEGER NOT NULL,
    "desk" "Desk" NOT NULL DEFAULT 'MARKETING',
    "outcome" "Outcome" NOT NULL DEFAULT 'OPEN',
    "lost_reason" "Reason",
    "closed_at" TIMESTAMPTZ(3),
    "owner_id" UUID,
    "rep_id" UUID,
    "was_offered" BOOLEAN NOT NULL DEFAULT false,
    "do_not_contact" BOOLEAN NOT NULL DEFAULT false,
    "recycled_at" TIMESTAMPTZ(3),
    "wake_on" DATE,

    CONSTRAINT "lead_state_pkey" PRIMARY KEY ("lead_id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "budget" DECIMAL(14,2),
    "currency" CHAR(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "touchpoint" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "lead_id" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "direction" "Direction" NOT NULL DEFAULT 'outbound',
    "engaged" BOOLEAN NOT NULL DEFAULT false,
    "campaign_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,
    "logged_by_id" UUID,
    "note" TEXT,
    "external_id" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by_id" UUID,
    "import_id" UUID,

    CONSTRAINT "touchpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scoring_policy" (
    "version" SERIAL NOT NULL,
    "warm_at" INTEGER NOT NULL,
    "hot_at" INTEGER NOT NULL,
    "close_by" INTEGER NOT NULL,
    "window_days" INTEGER,
    "channels" JSONB NOT NULL DEFAULT '{}',
    "offers_risen" BOOLEAN NOT NULL DEFAULT false,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID,

    CONSTRAINT "scoring_policy_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "handoff" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "lead_id" UUID NOT NULL,
    "status" "HandoffStatus" NOT NULL DEFAULT 'WAITING',
    "origin" "HandoffOrigin" NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_by_id" UUID,
    "offer_note" TEXT,
    "offer_touch_count" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "rep_id" UUID,
    "returned_at" TIMESTAMPTZ(3),
    "returned_by_id" UUID,
    "return_kind" "ReturnKind",
    "return_reason" "Reason",
    "return_note" TEXT,
    "wake_on" DATE,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "answer" "RepairAnswer",
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "answer_note" TEXT,
    "previous_id" UUID,

    CONSTRAINT "handoff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome_change" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "lead_id" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "reason" "Reason",
    "note" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "outcome_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "seq" BIGSERIAL NOT NULL,
    "lead_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "touchpoint_id" UUID,
    "handoff_id" UUID,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "kind" "ImportKind" NOT NULL,
    "status" "ImportStatus" NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "shape" JSONB NOT NULL,
    "mapping" JSONB,
    "offers_warm" BOOLEAN NOT NULL DEFAULT false,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_chunk" (
    "import_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_chunk_pkey" PRIMARY KEY ("import_id","seq")
);

-- CreateTable
CREATE TABLE "import_error" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "import_error_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "api_key_person_id_idx" ON "api_key"("person_id");

-- CreateIndex
CREATE INDEX "idempotent_answer_created_at_idx" ON "idempotent_answer"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "company_domain_key" ON "company"("domain");

-- CreateIndex
CREATE INDEX "company_name_key_idx" ON "company"("name_key");

-- CreateIndex
CREATE INDEX "lead_company_id_idx" ON "lead"("company_id");

-- CreateIndex
CREATE INDEX "lead_created_at_id_idx" ON "lead"("created_at", "id");

-- CreateIndex
CREATE INDEX "lead_created_by_id_idx" ON "lead"("created_by_id");

-- CreateIndex
CREATE INDEX "lead_email_idx" ON "lead"("email");

-- CreateIndex
CREATE INDEX "lead_import_id_idx" ON "lead"("import_id");

-- CreateIndex
CREATE INDEX "lead_state_stage_desk_outcome_touch_count_last_touch_at_idx" ON "lead_state"("stage", "desk", "outcome", "touch_count", "last_touch_at");

-- CreateIndex
CREATE INDEX "lead_state_last_touch_at_lead_id_idx" ON "lead_state"("last_touch_at", "lead_id");

-- CreateIndex
CREATE INDEX "lead_state_touch_count_lead_id_idx" ON "lead_state"("touch_count", "lead_id");

-- CreateIndex
CREATE INDEX "lead_state_owner_id_idx" ON "lead_state"("owner_id");

-- CreateIndex
CREATE INDEX "lead_state_rep_id_idx" ON "lead_state"("rep_id");

-- CreateIndex
CREATE INDEX "lead_state_policy_version_idx" ON "lead_state"("policy_version");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_name_key_key" ON "campaign"("name_key");

-- CreateIndex
CREATE INDEX "campaign_created_at_id_idx" ON "campaign"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "touchpoint_external_id_key" ON "touchpoint"("external_id");

-- CreateIndex
CREATE INDEX "touchpoint_lead_id_occurred_at_logged_at_id_idx" ON "touchpoint"("lead_id", "occurred_at", "logged_at", "id");

-- CreateIndex
CREATE INDEX "touchpoint_campaign_id_idx" ON "touchpoint"("campaign_id");

-- CreateIndex
CREATE INDEX "touchpoint_import_id_idx" ON "touchpoint"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "handoff_previous_id_key" ON "handoff"("previous_id");

-- CreateIndex
CREATE INDEX "handoff_lead_id_offered_at_idx" ON "handoff"("lead_id", "offered_at");

-- CreateIndex
CREATE INDEX "handoff_status_due_at_id_idx" ON "handoff"("status", "due_at", "id");

-- CreateIndex
CREATE INDEX "handoff_due_at_id_idx" ON "handoff"("due_at", "id");

-- CreateIndex
CREATE INDEX "handoff_rep_id_idx" ON "handoff"("rep_id");

-- CreateIndex
CREATE INDEX "outcome_change_lead_id_recorded_at_idx" ON "outcome_change"("lead_id", "recorded_at");

-- CreateIndex
CREATE INDEX "activity_lead_id_at_seq_idx" ON "activity"("lead_id", "at", "seq");

-- CreateIndex
CREATE INDEX "import_created_at_id_idx" ON "import"("created_at", "id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_state" ADD CONSTRAINT "lead_state_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_state" ADD CONSTRAINT "lead_state_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_state" ADD CONSTRAINT "lead_state_rep_id_fkey" FOREIGN KEY ("rep_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoint" ADD CONSTRAINT "touchpoint_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoint" ADD CONSTRAINT "touchpoint_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoint" ADD CONSTRAINT "touchpoint_logged_by_id_fkey" FOREIGN KEY ("logged_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoint" ADD CONSTRAINT "touchpoint_voided_by_id_fkey" FOREIGN KEY ("voided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoint" ADD CONSTRAINT "touchpoint_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_policy" ADD CONSTRAINT "scoring_policy_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_offered_by_id_fkey" FOREIGN KEY ("offered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_rep_id_fkey" FOREIGN KEY ("rep_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_returned_by_id_fkey" FOREIGN KEY ("returned_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "handoff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_change" ADD CONSTRAINT "outcome_change_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_change" ADD CONSTRAINT "outcome_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_error" ADD CONSTRAINT "import_error_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- At most one handoff of a lead is open: whoever comes second hits this.
CREATE UNIQUE INDEX "handoff_one_open_idx" ON "handoff"("lead_id") WHERE "status" IN ('WAITING', 'ACCEPTED');

-- An external id names one living lead.
CREATE UNIQUE INDEX "lead_external_id_idx" ON "lead"("external_id") WHERE "deleted_at" IS NULL AND "external_id" IS NOT NULL;

-- A company without a domain is known by its name.
CREATE UNIQUE INDEX "company_name_without_domain_idx" ON "company"("name_key") WHERE "domain" IS NULL;

-- The leads whose stage will fall with time, by when.
CREATE INDEX "lead_state_next_fall_idx" ON "lead_state"("next_fall_at") WHERE "next_fall_at" IS NOT NULL;

-- Search: a query uses these when it repeats the expression as it stands here.
CREATE INDEX "lead_search_idx" ON "lead" USING gin (lower(coalesce("first_name", '') || ' ' || coalesce("last_name", '') || ' ' || coalesce("email", '')) gin_trgm_ops);
CREATE INDEX "company_search_idx" ON "company" USING gin (lower("name") gin_trgm_ops);

-- Facts that no code may get wrong.
ALTER TABLE "settings" ADD CONSTRAINT "settings_one_row" CHECK ("id" = 1);

ALTER TABLE "scoring_policy"
  ADD CONSTRAINT "scoring_policy_warm_at" CHECK ("warm_at" BETWEEN 3 AND 5),
  ADD CONSTRAINT "scoring_policy_hot_at" CHECK ("hot_at" BETWEEN 5 AND 15 AND "hot_at" > "warm_at"),
  ADD CONSTRAINT "scoring_policy_close_by" CHECK ("close_by" >= "hot_at"),
  ADD CONSTRAINT "scoring_policy_window_days" CHECK ("window_days" > 0);

ALTER TABLE "lead_state"
  ADD CONSTRAINT "lead_state_lost_has_reason" CHECK (("outcome" = 'LOST') = ("lost_reason" IS NOT NULL)),
  ADD CONSTRAINT "lead_state_closed_has_time" CHECK (("outcome" <> 'OPEN') = ("closed_at" IS NOT NULL));

ALTER TABLE "handoff"
  ADD CONSTRAINT "handoff_accepted_has_rep" CHECK ("status" <> 'ACCEPTED' OR ("rep_id" IS NOT NULL AND "accepted_at" IS NOT NULL)),
  ADD CONSTRAINT "handoff_returned_has_reason" CHECK (
    ("status" = 'RETURNED') = ("returned_at" IS NOT NULL)
    AND ("returned_at" IS NULL OR ("return_kind" IS NOT NULL AND "return_reason" IS NOT NULL))
  ),
  ADD CONSTRAINT "handoff_withdrawn_has_time" CHECK (("status" = 'WITHDRAWN') = ("withdrawn_at" IS NOT NULL));

-- The company that uses Baton, and the rules it starts with.
INSERT INTO "settings" ("id") VALUES (1);
INSERT INTO "scoring_policy" ("warm_at", "hot_at", "close_by", "window_days", "channels") VALUES (3, 5, 15, NULL, '{}');
