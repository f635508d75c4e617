-- CreateTable
CREATE TABLE "next_touch_figure" (
    "stage" "Stage" NOT NULL,
    "last" "Channel" NOT NULL,
    "before" TEXT NOT NULL,
    "next" TEXT NOT NULL,
    "won" INTEGER NOT NULL,
    "lost" INTEGER NOT NULL,

    CONSTRAINT "next_touch_figure_pkey" PRIMARY KEY ("stage","last","before","next")
);

-- CreateTable
CREATE TABLE "next_touch_count" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "counted_at" TIMESTAMPTZ(3),
    "policy_version" INTEGER,

    CONSTRAINT "next_touch_count_pkey" PRIMARY KEY ("id")
);

-- The one row: nothing was counted yet.
INSERT INTO "next_touch_count" ("id") VALUES (1);
