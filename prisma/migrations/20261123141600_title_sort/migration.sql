-- Leads are sorted by title as by source: without one last when descending.
CREATE INDEX "lead_title_idx" ON "lead" ("title" DESC NULLS LAST, "id" DESC);
