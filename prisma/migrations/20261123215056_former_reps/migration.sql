-- CreateTable
CREATE TABLE "handoff_formerly" (
    "id" BIGSERIAL NOT NULL,
    "handoff_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "rep_id" UUID NOT NULL,

    CONSTRAINT "handoff_formerly_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handoff_formerly_handoff_id_until_idx" ON "handoff_formerly"("handoff_id", "until");

-- AddForeignKey
ALTER TABLE "handoff_formerly" ADD CONSTRAINT "handoff_formerly_handoff_id_fkey" FOREIGN KEY ("handoff_id") REFERENCES "handoff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION keep_former_rep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO handoff_formerly (handoff_id, until, rep_id) VALUES (old.id, moment_of_change(), old.rep_id);
  RETURN NULL;
END $$;
CREATE TRIGGER "handoff_rep_changed" AFTER UPDATE OF "rep_id" ON "handoff" FOR EACH ROW
  WHEN (old.rep_id IS NOT NULL AND old.rep_id IS DISTINCT FROM new.rep_id)
  EXECUTE FUNCTION keep_former_rep();
