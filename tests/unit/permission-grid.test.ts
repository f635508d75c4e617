import { expect, test } from 'vitest'
import { type Ability, authorise, can, permissions } from '@/lib/access/permissions'
import type { Role } from '@/prisma/generated/enums'

const roles: Role[] = ['marketer', 'rep', 'manager', 'admin']
const abilities = Object.keys(permissions) as Ability[]

/** One line an ability, one letter a role that has it: a change of rights is one changed cell. */
const grid = () =>
  abilities.map((ability) => {
    const cells = roles.map((role) => (can({ role }, ability) ? role : '-').padEnd(9))
    return `${ability.padEnd(22)}${cells.join('')}`.trimEnd()
  })

test('who may do what', () => {
  expect(`\n${grid().join('\n')}\n`).toMatchInlineSnapshot(`
    "
    lead.read             marketer rep      manager  admin
    lead.create           marketer rep      manager  admin
    lead.edit             marketer rep      manager  admin
    lead.close            -        rep      manager  admin
    lead.assign           -        -        manager  admin
    lead.delete           -        -        manager  admin
    lead.merge            -        -        manager  admin
    lead.markDoNotContact marketer -        manager  admin
    duplicate.read        marketer -        manager  admin
    touch.log             marketer rep      manager  admin
    touch.void            marketer rep      manager  admin
    task.plan             marketer rep      manager  admin
    bulk.run              marketer -        manager  admin
    campaign.read         marketer rep      manager  admin
    campaign.edit         marketer -        manager  admin
    company.read          marketer rep      manager  admin
    company.create        marketer rep      manager  admin
    company.edit          marketer -        manager  admin
    handoff.read          marketer rep      manager  admin
    handoff.offer         marketer -        manager  admin
    handoff.withdraw      marketer -        manager  admin
    handoff.answer        marketer -        manager  admin
    handoff.settle        -        -        manager  admin
    handoff.accept        -        rep      manager  admin
    handoff.return        -        rep      manager  admin
    import.leads          marketer -        manager  admin
    import.touchpoints    marketer -        manager  admin
    import.outcomes       -        -        manager  admin
    export.all            -        -        manager  admin
    report.read           -        -        manager  admin
    view.save             marketer rep      manager  admin
    settings.edit         -        -        manager  admin
    people.read           marketer rep      manager  admin
    absence.say           marketer rep      manager  admin
    absence.others        -        -        manager  admin
    people.manage         -        -        -        admin
    notification.own      marketer rep      manager  admin
    mail.read             -        -        -        admin
    key.own               marketer rep      manager  admin
    key.others            -        -        -        admin
    "
  `)
})

test('a role that nobody knows may do nothing', () => {
  const stranger = { role: 'owner' as Role }
  expect(abilities.filter((ability) => can(stranger, ability))).toEqual([])
})

test('a refusal says what may not be done, and who may', () => {
  expect(() => authorise({ role: 'rep' }, 'campaign.edit')).toThrow(
    'Your role (rep) may not run campaigns. Those who may: marketers, managers, admins.',
  )
})
