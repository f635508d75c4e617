-- CreateEnum
CREATE TYPE "ListName" AS ENUM ('leads', 'companies', 'campaigns', 'handoffs');

-- DropIndex
DROP INDEX "lead_created_at_id_idx";

-- DropIndex
DROP INDEX "lead_email_idx";

-- DropIndex
DROP INDEX "lead_state_owner_id_idx";

-- DropIndex
DROP INDEX "lead_state_rep_id_idx";

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "list" "ListName" NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "owner_id" UUID NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_list_owner_id_name_key" ON "saved_view"("list", "owner_id", "name");

-- CreateIndex
CREATE INDEX "lead_state_created_at_lead_id_idx" ON "lead_state"("created_at", "lead_id");

-- CreateIndex
CREATE INDEX "lead_state_owner_id_lead_id_idx" ON "lead_state"("owner_id", "lead_id");

-- CreateIndex
CREATE INDEX "lead_state_rep_id_lead_id_idx" ON "lead_state"("rep_id", "lead_id");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What lists of leads are sorted by besides: as the other indexes of sorts, without a value last when descending.
CREATE INDEX "lead_email_idx" ON "lead" ("email" DESC NULLS LAST, "id" DESC);
CREATE INDEX "lead_source_idx" ON "lead" ("source" DESC NULLS LAST, "id" DESC);
CREATE INDEX "lead_state_warmed_at_idx" ON "lead_state" ("warmed_at" DESC NULLS LAST, "lead_id" DESC) WHERE "warmed_at" IS NOT NULL;
CREATE INDEX "lead_state_hot_at_idx" ON "lead_state" ("hot_at" DESC NULLS LAST, "lead_id" DESC) WHERE "hot_at" IS NOT NULL;

-- Leads that were touched on a channel.
CREATE INDEX "touchpoint_channel_idx" ON "touchpoint"("channel", "lead_id") WHERE "voided_at" IS NULL;

-- A phone number is found in whatever way it is written.
DROP INDEX "lead_phone_idx";
CREATE INDEX "lead_phone_idx" ON "lead" USING gin (regexp_replace("phone", '[^0-9]', '', 'g') gin_trgm_ops) WHERE "phone" IS NOT NULL;

-- Few leads have a given tag, or may not be contacted.
CREATE INDEX "lead_tags_idx" ON "lead" USING gin ("tags");
CREATE INDEX "lead_state_do_not_contact_idx" ON "lead_state"("lead_id") WHERE "do_not_contact";

-- Lists of leads are walked by the narrow rows of their states.
DROP INDEX "lead_state_created_at_idx";
