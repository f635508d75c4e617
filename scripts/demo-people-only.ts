import { db } from '@/lib/db'
import { addDemoPeople } from './demo-people'

await db.$transaction(addDemoPeople)
await db.$disconnect()
