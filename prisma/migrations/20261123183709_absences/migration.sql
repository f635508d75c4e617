-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "person_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "substitute_id" UUID,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "said_by_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "absence_person_id_idx" ON "absence"("person_id");

-- CreateIndex
CREATE INDEX "absence_substitute_id_idx" ON "absence"("substitute_id");

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_substitute_id_fkey" FOREIGN KEY ("substitute_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_said_by_id_fkey" FOREIGN KEY ("said_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
