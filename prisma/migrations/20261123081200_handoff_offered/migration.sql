-- CreateIndex
CREATE INDEX "handoff_offered_at_id_idx" ON "handoff"("offered_at", "id");
