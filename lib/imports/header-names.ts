import type { ImportField } from '@/lib/imports/fields'
import type { ImportKind } from '@/prisma/generated/enums'

/**
 * What headers are called elsewhere: ours, and those of the exports of HubSpot, Salesforce, Zoho and Pipedrive.
 * Compared in lower case without spaces, underscores and signs; earlier names win over later ones.
 */
const leadIds = [
  'leadexternalid',
  'leadid',
  'contactid',
  'contactnameid',
  'primarycontactid',
  'associatedcontactids',
  'recordidcontact',
  'personid',
  'prospectid',
  'externalleadid',
  'recordid',
]
const leadEmails = [
  'leademail',
  'email',
  'emailaddress',
  'contactemail',
  'personemail',
  'personemailwork',
  'primarycontactemail',
  'leademailaddress',
]

export const headerNames: Record<ImportKind, Partial<Record<ImportField, string[]>>> = {
  leads: {
    externalId: [
      'externalid',
      'leadexternalid',
      'recordid',
      'recordidcontact',
      'leadid',
      'contactid',
      'personid',
      'prospectid',
      'id',
    ],
    email: [
      'email',
      'emailaddress',
      'workemail',
      'primaryemail',
      'leademail',
      'contactemail',
      'personemail',
      'personemailwork',
    ],
    firstName: ['firstname', 'first', 'givenname', 'forename', 'personfirstname', 'contactfirstname'],
    lastName: ['lastname', 'last', 'surname', 'familyname', 'personlastname', 'contactlastname'],
    name: ['name', 'fullname', 'leadname', 'contactname', 'personname', 'contactperson', 'leadcontactperson'],
    phone: [
      'phone',
      'phonenumber',
      'telephone',
      'mobile',
      'mobilephone',
      'mobilephonenumber',
      'workphone',
      'personphone',
      'personphonework',
    ],
    title: ['title', 'jobtitle', 'position', 'designation', 'personjobtitle'],
    'company.name': [
      'companyname',
      'company',
      'companyaccount',
      'account',
      'accountname',
      'organization',
      'organisation',
      'organizationname',
      'organisationname',
      'personorganization',
      'leadorganization',
      'associatedcompany',
      'primarycompany',
      'employer',
    ],
    'company.domain': [
      'companydomain',
      'companydomainname',
      'domain',
      'website',
      'websiteurl',
      'companywebsite',
      'organizationwebsite',
    ],
    'company.employees': [
      'companyemployees',
      'employees',
      'numberofemployees',
      'noofemployees',
      'companynumberofemployees',
      'organizationnumberofemployees',
      'employeecount',
    ],
    source: [
      'source',
      'leadsource',
      'originalsource',
      'originaltrafficsource',
      'leadorigin',
      'origin',
      'sourcechannel',
    ],
    value: ['value', 'leadvalue', 'dealvalue', 'amount', 'dealamount', 'estimatedvalue'],
    currency: ['currency', 'currencycode', 'leadcurrency', 'leadcurrencyofvalue', 'dealcurrency', 'amountcurrency'],
    tags: ['tags', 'tag', 'labels', 'label', 'leadlabels', 'personlabels'],
    createdAt: [
      'createdat',
      'createdate',
      'createddate',
      'createdtime',
      'created',
      'createdon',
      'dateadded',
      'leadleadcreated',
      'personpersoncreated',
      'leadcreated',
      'personcreated',
      'firstcontactdate',
    ],
    owner: [
      'owner',
      'owneremail',
      'leadowneremail',
      'contactowneremail',
      'leadowner',
      'contactowner',
      'personowner',
      'accountowner',
    ],
  },
  touchpoints: {
    'lead.externalId': leadIds,
    'lead.email': leadEmails,
    channel: ['channel', 'activitytype', 'touchtype', 'type', 'medium', 'utmmedium', 'origin', 'source'],
    occurredAt: [
      'occurredat',
      'activitydate',
      'activitytime',
      'date',
      'datetime',
      'timestamp',
      'time',
      'when',
      'createdat',
      'createdate',
      'createddate',
      'createdtime',
      'duedate',
      'firstcontactdate',
    ],
    direction: ['direction', 'calldirection', 'emaildirection'],
    engaged: ['engaged', 'responded', 'hasresponded', 'response', 'replied'],
    campaign: ['campaign', 'campaignname', 'utmcampaign', 'campaignsource'],
    note: ['note', 'notes', 'comment', 'comments', 'description', 'subject', 'body'],
    externalId: [
      'externalid',
      'touchpointid',
      'touchid',
      'activityid',
      'engagementid',
      'taskid',
      'eventid',
      'id',
      'recordid',
    ],
    voidedAt: ['voidedat'],
  },
  outcomes: {
    'lead.externalId': [...leadIds, 'externalid'],
    'lead.email': leadEmails,
    outcome: ['outcome', 'status', 'result', 'dealstatus', 'dealstage', 'stage', 'stagename', 'leadstatus'],
    reason: [
      'reason',
      'lostreason',
      'lossreason',
      'deallostreason',
      'closedlostreason',
      'reasonforloss',
      'reasonlost',
      'dealreasonforlost',
    ],
    note: ['note', 'outcomenote'],
    closedAt: [
      'closedat',
      'closedate',
      'closeddate',
      'closingdate',
      'dateclosed',
      'wondate',
      'wontime',
      'dealclosedon',
      'dealdealclosedon',
      'dealwontime',
    ],
    lostAt: ['lostdate', 'losttime', 'deallosttime'],
    value: ['value', 'amount', 'dealvalue', 'dealamount'],
    currency: ['currency', 'currencycode', 'dealcurrency', 'dealcurrencyofvalue', 'amountcurrency'],
    rep: [
      'rep',
      'repemail',
      'salesrep',
      'salesrepemail',
      'owneremail',
      'dealowneremail',
      'owner',
      'dealowner',
      'opportunityowner',
    ],
    doNotContact: ['donotcontact'],
  },
}

/** Headers whose values are people by name in those exports; they are taken for emails only where they hold some. */
export const peopleByName = new Set([
  'leadowner',
  'contactowner',
  'personowner',
  'accountowner',
  'dealowner',
  'opportunityowner',
  'salesrep',
])

/** Headers of a number of employees, which some fill with ranges ("11-50"); those stay in the details. */
export const sizesByRange = new Set(['employees', 'numberofemployees', 'noofemployees'])

/** Ids of what a deal also names: itself, companies and people of the own house. */
const idsOfOthers = /^(deal|opportunity|potential|account|accountname|company|organi[sz]ation|.*owner|campaign)id$/

/** Whether a header is the id of something else than a lead; in a file of deals a record is the deal. */
export const isIdOfAnother = (key: string, keys: string[]) =>
  idsOfOthers.test(key) ||
  (['recordid', 'id'].includes(key) && keys.some((other) => /^(deal|opportunity|potential|stagename)/.test(other)))

/** A header as it is compared: "Company Domain-Name" is "companydomainname". */
export const headerKey = (header: string) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
