-- RenameTable
ALTER TABLE "import_domain" RENAME TO "import_company";
ALTER TABLE "import_company" RENAME CONSTRAINT "import_domain_pkey" TO "import_company_pkey";
ALTER TABLE "import_company" RENAME CONSTRAINT "import_domain_import_id_fkey" TO "import_company_import_id_fkey";

-- AlterTable
ALTER TABLE "import_company" ALTER COLUMN "domain" DROP NOT NULL,
ADD COLUMN     "employees" INTEGER;
