-- CreateEnum
CREATE TYPE "GiveOut" AS ENUM ('open', 'round_robin', 'least_loaded');

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "give_out" "GiveOut" NOT NULL DEFAULT 'open';

-- AlterTable
ALTER TABLE "handoff" ADD COLUMN     "given_at" TIMESTAMPTZ(3),
ADD COLUMN     "given_to_id" UUID;

-- CreateTable
CREATE TABLE "giving_turn" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last_id" UUID,

    CONSTRAINT "giving_turn_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_given_to_id_fkey" FOREIGN KEY ("given_to_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

INSERT INTO "giving_turn" ("last_id") VALUES (NULL);

-- What waits for one rep alone: few of all handoffs, read whenever offers are given and by the rep's own queue.
CREATE INDEX "handoff_given_waiting_idx" ON "handoff" ("given_to_id") WHERE "status" = 'WAITING' AND "given_to_id" IS NOT NULL;
