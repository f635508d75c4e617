-- AlterTable
ALTER TABLE "import" ADD COLUMN     "overwrites_with_empty" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "saved_mapping" (
    "kind" "ImportKind" NOT NULL,
    "headers_key" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by_id" UUID NOT NULL,

    CONSTRAINT "saved_mapping_pkey" PRIMARY KEY ("kind","headers_key")
);

-- AddForeignKey
ALTER TABLE "saved_mapping" ADD CONSTRAINT "saved_mapping_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
