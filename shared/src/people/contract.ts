import * as z from 'zod/mini';
import { defineRoute } from '../kernel/define-route';
import { Id, Instant, Nothing, PageQuery, pageOf, text } from '../kernel/schema';
import { PlaceId } from '../district/place';
import { BINDING_STATES, HOME_ROLES, HomeBinding, RoleGrant } from './role';

const Token = z.string().check(z.minLength(20), z.maxLength(200));
const Code = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,128}$/));
export const Phone = z.string().check(z.regex(/^1\d{10}$/));

/** What consent is asked for, each on its own, each withdrawable without losing the service (PIPL arts 13–16, 29). */
export const CONSENTS = ['privacy', 'publish-name', 'share-with-holders', 'subscribe'] as const;
export const Consent = z.object({
  kind: z.enum(CONSENTS),
  given: z.boolean(),
  /** Version of the text that was shown. */
  version: text(20),
  at: Instant,
});
export type Consent = z.output<typeof Consent>;

export const TEXT_SIZES = ['standard', 'large', 'largest'] as const;

/** A person as they see themself. Phone digits are masked: 199****0172. */
export const Me = z.object({
  personId: Id,
  name: z.optional(text(40)),
  phoneMasked: z.optional(z.string()),
  textSize: z.enum(TEXT_SIZES),
  elderMode: z.boolean(),
  consents: z.array(Consent),
  grants: z.array(RoleGrant),
  homes: z.array(HomeBinding),
  unread: z.int(),
});
export type Me = z.output<typeof Me>;

const SignedIn = z.object({
  token: Token,
  /** From then on the client should call `session.renew`. */
  renewAfter: Instant,
  expiresAt: Instant,
  personId: Id,
});

export const beginWechatSession = defineRoute({
  id: 'people.begin-wechat-session',
  method: 'POST',
  path: '/session/wechat',
  summary: 'Sign in with the code of wx.login',
  access: 'anyone',
  params: Nothing,
  query: Nothing,
  body: z.object({ code: Code }),
  reply: SignedIn,
  refusals: ['wechat-code-refused'],
});

export const renewSession = defineRoute({
  id: 'people.renew-session',
  method: 'POST',
  path: '/session/renew',
  summary: 'Exchange the token for a fresh one; the old one counts for ten more minutes',
  access: 'signed-in',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: SignedIn,
  refusals: [],
});

export const endSession = defineRoute({
  id: 'people.end-session',
  method: 'POST',
  path: '/session/end',
  summary: 'Sign out this device',
  access: 'signed-in',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: Nothing,
  refusals: [],
});

export const beginScan = defineRoute({
  id: 'people.begin-scan',
  method: 'POST',
  path: '/session/scan',
  summary: 'Begin a web sign-in: a code to show as QR, and a secret to poll with',
  access: 'anyone',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.object({ code: Code, pollSecret: Token, expiresAt: Instant, url: z.string() }),
  refusals: [],
});

export const pollScan = defineRoute({
  id: 'people.poll-scan',
  method: 'POST',
  path: '/session/scan/poll',
  summary: 'Has the phone confirmed the scan?',
  access: 'anyone',
  params: Nothing,
  query: Nothing,
  body: z.object({ code: Code, pollSecret: Token }),
  reply: z.object({ state: z.enum(['waiting', 'confirmed']), session: z.optional(SignedIn) }),
  refusals: ['scan-code-expired'],
});

export const confirmScan = defineRoute({
  id: 'people.confirm-scan',
  method: 'POST',
  path: '/session/scan/{code}/confirm',
  summary: 'On the phone: yes, sign this web page in as me',
  access: 'signed-in',
  params: z.object({ code: Code }),
  query: Nothing,
  body: Nothing,
  reply: Nothing,
  refusals: ['scan-code-expired', 'scan-code-used'],
});

export const getMe = defineRoute({
  id: 'people.get-me',
  method: 'GET',
  path: '/me',
  summary: 'Who I am: name, roles, homes, consents, unread notices',
  access: 'person.read-own',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: Me,
  refusals: [],
});

export const changeMe = defineRoute({
  id: 'people.change-me',
  method: 'PUT',
  path: '/me',
  summary: 'Correct my name, set text size or elder mode',
  access: 'person.change-own',
  params: Nothing,
  query: Nothing,
  body: z.object({
    name: z.optional(text(40)),
    textSize: z.optional(z.enum(TEXT_SIZES)),
    elderMode: z.optional(z.boolean()),
  }),
  reply: Me,
  refusals: ['privacy-consent-needed'],
});

export const bindPhone = defineRoute({
  id: 'people.bind-phone',
  method: 'POST',
  path: '/me/phone',
  summary: "Store my phone number from WeChat's phone button; homes on the roll with that number are matched",
  access: 'person.change-own',
  params: Nothing,
  query: Nothing,
  body: z.object({ code: Code }),
  reply: Me,
  refusals: ['wechat-code-refused', 'privacy-consent-needed'],
});

export const giveConsent = defineRoute({
  id: 'people.give-consent',
  method: 'POST',
  path: '/me/consents',
  summary: 'Give or withdraw one consent',
  access: 'person.change-own',
  params: Nothing,
  query: Nothing,
  body: z.object({ kind: z.enum(CONSENTS), given: z.boolean(), version: text(20) }),
  reply: Me,
  refusals: [],
});

/** One look at a person's personal data by somebody else. */
export const AccessEntry = z.object({ at: Instant, role: z.string(), what: z.string(), place: z.optional(z.string()) });

export const listAccess = defineRoute({
  id: 'people.list-access',
  method: 'GET',
  path: '/me/access',
  summary: 'Who looked at my phone number or name',
  access: 'person.read-own',
  params: Nothing,
  query: PageQuery,
  body: Nothing,
  reply: pageOf(AccessEntry),
  refusals: ['cursor-invalid'],
});

export const copyMyData = defineRoute({
  id: 'people.copy-my-data',
  method: 'GET',
  path: '/me/copy',
  summary: 'A copy of what is stored about me (PIPL art. 45)',
  access: 'person.read-own',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.object({ madeAt: Instant, sections: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })) }),
  refusals: [],
});

export const deleteMe = defineRoute({
  id: 'people.delete-me',
  method: 'POST',
  path: '/me/delete',
  summary: 'Delete my account: name, phone, bindings, sessions (PIPL art. 47). Filed requests stay, without a name',
  access: 'person.change-own',
  params: Nothing,
  query: Nothing,
  body: z.object({ confirm: z.literal('删除我的账号') }),
  reply: Nothing,
  refusals: [],
});

// --- homes -------------------------------------------------------------------------------------

export const Claim = z.object({
  id: Id,
  homeId: PlaceId,
  homeName: text(80),
  relation: z.enum(HOME_ROLES),
  state: z.enum(BINDING_STATES),
  /** Staff see the name as given and the phone masked. */
  name: text(40),
  phoneMasked: z.optional(z.string()),
  /** Whether name or phone agree with the roll, so that staff know what to ask for. */
  rollMatch: z.enum(['name-and-phone', 'name', 'phone', 'none', 'no-roll']),
  claimedAt: Instant,
});
export type Claim = z.output<typeof Claim>;

export const claimHome = defineRoute({
  id: 'people.claim-home',
  method: 'POST',
  path: '/homes/claims',
  summary: 'Say that I live in or own a home; verified at once if my phone is on the roll, else by staff',
  access: 'home.claim',
  params: Nothing,
  query: Nothing,
  body: z.object({
    homeId: PlaceId,
    relation: z.enum(HOME_ROLES),
    name: text(40),
    /** A tenancy's end. */
    until: z.optional(Instant),
  }),
  reply: HomeBinding,
  refusals: ['place-unknown', 'already-bound', 'privacy-consent-needed', 'until-not-future'],
});

export const listClaims = defineRoute({
  id: 'people.list-claims',
  method: 'GET',
  path: '/compounds/{compoundId}/claims',
  summary: 'Claims to homes that wait for staff',
  access: 'home.verify-claim',
  params: z.object({ compoundId: PlaceId }),
  query: PageQuery,
  body: Nothing,
  reply: pageOf(Claim),
  refusals: ['cursor-invalid'],
});

export const decideClaim = defineRoute({
  id: 'people.decide-claim',
  method: 'POST',
  path: '/compounds/{compoundId}/claims/{claimId}/decision',
  summary: 'Staff verify or refuse a claim to a home',
  access: 'home.verify-claim',
  params: z.object({ compoundId: PlaceId, claimId: Id }),
  query: Nothing,
  body: z.object({ verified: z.boolean(), reason: z.optional(text(200)) }),
  reply: Claim,
  refusals: ['claim-closed'],
});

export const inviteFamily = defineRoute({
  id: 'people.invite-family',
  method: 'POST',
  path: '/homes/{homeId}/invitations',
  summary: 'The owner invites family or a tenant; the code counts once, for seven days',
  access: 'home.invite-family',
  params: z.object({ homeId: PlaceId }),
  query: Nothing,
  body: z.object({ relation: z.enum(['family', 'tenant']), until: z.optional(Instant) }),
  reply: z.object({ code: Code, expiresAt: Instant }),
  refusals: ['until-not-future'],
});

export const acceptInvitation = defineRoute({
  id: 'people.accept-invitation',
  method: 'POST',
  path: '/homes/invitations/accept',
  summary: 'Join a home by the code its owner gave',
  access: 'signed-in',
  params: Nothing,
  query: Nothing,
  body: z.object({ code: Code, name: text(40) }),
  reply: HomeBinding,
  refusals: ['invite-expired', 'already-bound', 'privacy-consent-needed'],
});

export const HomeResident = z.object({
  personId: Id,
  name: z.string(),
  relation: z.enum(HOME_ROLES),
  state: z.enum(BINDING_STATES),
  since: Instant,
  until: z.optional(Instant),
});

export const listResidents = defineRoute({
  id: 'people.list-residents',
  method: 'GET',
  path: '/homes/{homeId}/residents',
  summary: 'Who is bound to my home',
  access: 'home.invite-family',
  params: z.object({ homeId: PlaceId }),
  query: Nothing,
  body: Nothing,
  reply: z.object({ items: z.array(HomeResident) }),
  refusals: [],
});

export const endBinding = defineRoute({
  id: 'people.end-binding',
  method: 'POST',
  path: '/homes/{homeId}/residents/{personId}/end',
  summary: 'End a tenancy or a family binding; one may always end one’s own',
  access: 'signed-in',
  params: z.object({ homeId: PlaceId, personId: Id }),
  query: Nothing,
  body: Nothing,
  reply: Nothing,
  refusals: ['binding-ended'],
});

// --- grants ------------------------------------------------------------------------------------

export const GrantedRole = z.object({ grant: RoleGrant, personId: Id, personName: z.string() });
export type GrantedRole = z.output<typeof GrantedRole>;

export const giveGrant = defineRoute({
  id: 'people.give-grant',
  method: 'POST',
  path: '/grants',
  summary: 'Give a person a role for a place or in an organisation, for a term',
  access: 'grant.give',
  params: Nothing,
  query: Nothing,
  body: z.object({
    /** The phone number the person has bound. */
    phone: Phone,
    role: RoleGrant.shape.role,
    placeId: z.optional(PlaceId),
    organisationId: z.optional(Id),
    from: z.optional(Instant),
    until: z.optional(Instant),
  }),
  reply: GrantedRole,
  refusals: ['grant-term-invalid', 'person-unknown', 'place-unknown', 'organisation-unknown', 'role-not-givable'],
});

export const takeGrant = defineRoute({
  id: 'people.take-grant',
  method: 'POST',
  path: '/grants/{personId}/{grantId}/end',
  summary: 'End a role at once',
  access: 'grant.take',
  params: z.object({ personId: Id, grantId: Id }),
  query: Nothing,
  body: Nothing,
  reply: GrantedRole,
  refusals: [],
});

export const listGrants = defineRoute({
  id: 'people.list-grants',
  method: 'GET',
  path: '/grants',
  summary: 'Who holds which role at a place or in an organisation',
  access: 'grant.list',
  params: Nothing,
  query: z.extend(PageQuery, { placeId: z.optional(PlaceId), organisationId: z.optional(Id) }),
  body: Nothing,
  reply: pageOf(GrantedRole),
  refusals: ['cursor-invalid'],
});
