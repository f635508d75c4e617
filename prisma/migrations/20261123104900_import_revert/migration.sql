-- AlterEnum
ALTER TYPE "ImportStatus" ADD VALUE 'reverting';

-- DropIndex
DROP INDEX "lead_import_id_idx";

-- DropIndex
DROP INDEX "touchpoint_external_id_key";

-- DropIndex
DROP INDEX "touchpoint_import_id_idx";

-- AlterTable
ALTER TABLE "company" ADD COLUMN     "import_id" UUID DEFAULT (NULLIF(current_setting('baton.import'::text, true), ''::text))::uuid;

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "import_id" UUID DEFAULT (NULLIF(current_setting('baton.import'::text, true), ''::text))::uuid;

-- AlterTable
ALTER TABLE "touchpoint" ADD COLUMN     "reverted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "handoff" ADD COLUMN     "import_id" UUID DEFAULT (NULLIF(current_setting('baton.import'::text, true), ''::text))::uuid,
ADD COLUMN     "reverted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "import_id" UUID DEFAULT (NULLIF(current_setting('baton.import'::text, true), ''::text))::uuid,
ADD COLUMN     "reverted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "revert_done" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "revert_total" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reverted_at" TIMESTAMPTZ(3),
ADD COLUMN     "reverted_by_id" UUID,
ADD COLUMN     "reverted_to" UUID;

-- CreateTable
CREATE TABLE "import_change" (
    "import_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("import_id","lead_id")
);

-- CreateTable
CREATE TABLE "import_domain" (
    "import_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,

    CONSTRAINT "import_domain_pkey" PRIMARY KEY ("import_id","company_id")
);

-- CreateTable
CREATE TABLE "import_kept" (
    "import_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "import_kept_pkey" PRIMARY KEY ("import_id","lead_id")
);

-- CreateIndex
CREATE INDEX "lead_import_id_id_idx" ON "lead"("import_id", "id");

-- CreateIndex
CREATE INDEX "touchpoint_import_id_lead_id_idx" ON "touchpoint"("import_id", "lead_id");

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_reverted_by_id_fkey" FOREIGN KEY ("reverted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_domain" ADD CONSTRAINT "import_domain_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_kept" ADD CONSTRAINT "import_kept_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_kept" ADD CONSTRAINT "import_kept_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was taken back with its import can be imported again.
CREATE UNIQUE INDEX "touchpoint_external_id_idx" ON "touchpoint"("external_id") WHERE "reverted_at" IS NULL AND "external_id" IS NOT NULL;
