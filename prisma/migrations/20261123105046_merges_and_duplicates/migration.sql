-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "merge" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "kept_id" UUID NOT NULL,
    "gone_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "moved_ids" UUID[],
    "moved_lines" BIGINT[],
    "withdrawn_ids" UUID[],
    "closed_ids" UUID[],
    "kept_created_at" TIMESTAMPTZ(3) NOT NULL,
    "merged_created_at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_identity" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "merge_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "external_id" TEXT,
    "email" TEXT,

    CONSTRAINT "former_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suspicion" (
    "low_id" UUID NOT NULL,
    "high_id" UUID NOT NULL,
    "evidence" TEXT[],
    "strength" INTEGER NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3),
    "dismissed_by_id" UUID,

    CONSTRAINT "suspicion_pkey" PRIMARY KEY ("low_id","high_id")
);

-- CreateTable
CREATE TABLE "duplicate_check" (
    "lead_id" UUID NOT NULL,

    CONSTRAINT "duplicate_check_pkey" PRIMARY KEY ("lead_id")
);

-- CreateIndex
CREATE INDEX "merge_kept_id_idx" ON "merge"("kept_id");

-- CreateIndex
CREATE INDEX "merge_gone_id_idx" ON "merge"("gone_id");

-- CreateIndex
CREATE INDEX "merge_merged_at_idx" ON "merge"("merged_at");

-- CreateIndex
CREATE INDEX "former_identity_external_id_idx" ON "former_identity"("external_id");

-- CreateIndex
CREATE INDEX "former_identity_email_idx" ON "former_identity"("email");

-- CreateIndex
CREATE INDEX "former_identity_merge_id_idx" ON "former_identity"("merge_id");

-- CreateIndex
CREATE INDEX "suspicion_high_id_idx" ON "suspicion"("high_id");

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_gone_id_fkey" FOREIGN KEY ("gone_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_merged_by_id_fkey" FOREIGN KEY ("merged_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_identity" ADD CONSTRAINT "former_identity_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "merge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_identity" ADD CONSTRAINT "former_identity_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspicion" ADD CONSTRAINT "suspicion_low_id_fkey" FOREIGN KEY ("low_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspicion" ADD CONSTRAINT "suspicion_high_id_fkey" FOREIGN KEY ("high_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspicion" ADD CONSTRAINT "suspicion_dismissed_by_id_fkey" FOREIGN KEY ("dismissed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_check" ADD CONSTRAINT "duplicate_check_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The tombstones of a lead.
CREATE INDEX "lead_merged_into_idx" ON "lead"("merged_into_id") WHERE "merged_into_id" IS NOT NULL;
ALTER TABLE "lead" ADD CONSTRAINT "lead_merged_is_gone" CHECK ("merged_into_id" IS NULL OR "deleted_at" IS NOT NULL);

-- A lead is in one merge at a time that took it away.
CREATE UNIQUE INDEX "merge_gone_once_idx" ON "merge"("gone_id") WHERE "undone_at" IS NULL;
CREATE INDEX "merge_undone_at_idx" ON "merge"("undone_at") WHERE "undone_at" IS NOT NULL;

-- By what two telephone numbers are the same: their last nine digits, so +46 8 123 456 78 is 08-123 456 78. Fewer than
-- seven are an extension. The same as phoneKey in lib/duplicates/keys.ts.
CREATE FUNCTION phone_key(phone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 7
    THEN right(regexp_replace(phone, '[^0-9]', '', 'g'), 9) END
$$;
CREATE INDEX "lead_phone_key_idx" ON "lead"(phone_key("phone")) WHERE "phone" IS NOT NULL AND "deleted_at" IS NULL;

-- Suspected duplicates as they are listed.
CREATE INDEX "suspicion_open_idx" ON "suspicion"("strength" DESC, "low_id" DESC, "high_id" DESC) WHERE "dismissed_at" IS NULL;

-- Every lead that is made, renamed or back from a merge is compared with the others, whichever way it came.
CREATE FUNCTION check_new_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO duplicate_check (lead_id) SELECT id FROM made ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION check_changed_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO duplicate_check (lead_id)
  SELECT n.id FROM changed n JOIN before b ON b.id = n.id
  WHERE n.deleted_at IS NULL
    AND (n.first_name, n.last_name, n.email, n.phone, n.company_id, n.external_id, n.deleted_at)
      IS DISTINCT FROM (b.first_name, b.last_name, b.email, b.phone, b.company_id, b.external_id, b.deleted_at)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "lead_made" AFTER INSERT ON "lead" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION check_new_leads();
CREATE TRIGGER "lead_changed" AFTER UPDATE ON "lead" REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION check_changed_leads();
INSERT INTO duplicate_check (lead_id) SELECT id FROM lead WHERE deleted_at IS NULL;
