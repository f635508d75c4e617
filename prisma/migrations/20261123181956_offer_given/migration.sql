-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'offer_given';
