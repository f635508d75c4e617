-- CreateTable
CREATE TABLE "held_offer" (
    "id" UUID NOT NULL DEFAULT uuid7(),
    "bulk_action_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "dropped_why" TEXT,

    CONSTRAINT "held_offer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "held_offer_bulk_action_id_settled_at_idx" ON "held_offer"("bulk_action_id", "settled_at");

-- CreateIndex
CREATE INDEX "held_offer_lead_id_idx" ON "held_offer"("lead_id");

-- AddForeignKey
ALTER TABLE "held_offer" ADD CONSTRAINT "held_offer_bulk_action_id_fkey" FOREIGN KEY ("bulk_action_id") REFERENCES "bulk_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_offer" ADD CONSTRAINT "held_offer_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
