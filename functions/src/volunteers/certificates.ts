import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { numberOf } from '@gongyi/shared/kernel/number';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY, MINUTE } from '@gongyi/shared/kernel/time';
import type {
  CertificateView,
  checkCertificate as checkRoute,
  getCertificateSheet as sheetRoute,
  listCertificates as listRoute,
  makeCertificate as makeRoute,
} from '@gongyi/shared/volunteers/contract';
import type { Certificate, HoursEntry } from '@gongyi/shared/volunteers/hours';
import { certificateLines, sumOf } from '@gongyi/shared/volunteers/hours-rules';
import { findPlace } from '../district/public';
import { namesOf } from '../people/public';
import { env } from '../platform/env';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call, OpenCall } from '../platform/router';
import { certificateContent } from './certificate-content';
import { certificatesOf, findCertificate, newCode, plainCode, writeCertificate } from './certificate-store';
import type { StoredCertificate } from './certificate-store';
import { daySpan, hoursOfVolunteer } from './hours-store';
import { findTeam } from './record-store';
import { findVolunteer } from './volunteer-store';

/** Names of teams go on paper only when they were cleared; else the kind stands for them. */
const withClearNames = async (entries: readonly HoursEntry[]): Promise<HoursEntry[]> => {
  const ids = [...new Set(entries.map(({ teamId }) => teamId))];
  const teams = new Map(await Promise.all(ids.map(async (id) => [id, await findTeam(id)] as const)));
  return entries.map((entry) => {
    const team = teams.get(entry.teamId);
    return { ...entry, teamName: team?.wordsCheck === 'clear' ? team.name : entry.teamKind.name };
  });
};

const periodOf = (
  { from, until }: RouteInput<typeof makeRoute>['body'],
  entries: readonly HoursEntry[],
  now: number,
): { from: number; until: number } => {
  const first = Math.min(now, ...entries.map(({ servedAt }) => servedAt));
  return {
    // Before the first hour there is nothing to certify, however early somebody asks from.
    from: from === undefined ? first : Math.max(first, daySpan(from, from).from),
    until: Math.min(now, until === undefined ? now : daySpan(until, until).until),
  };
};

const MOST_A_DAY = 30;

/** Makes a certificate of what the record says now, once; it costs nothing and may be had any time. */
export const makeCertificate = async (
  { body }: RouteInput<typeof makeRoute>,
  call: Call,
): Promise<Certificate | Refusal> => {
  const { who, now, op, opHash } = call;
  const code = await newCode(op);
  const earlier = await findCertificate(code);
  if (earlier !== undefined) return earlier.opHash === opHash ? earlier : refuse('key-reused');
  const [volunteer, names, all] = await Promise.all([
    findVolunteer(who.personId),
    namesOf([who.personId]),
    hoursOfVolunteer(who.personId),
  ]);
  const { from, until } = periodOf(body, all, now);
  const entries = await withClearNames(all.filter(({ servedAt }) => servedAt >= from && servedAt <= until));
  const sum = sumOf(entries);
  if (volunteer === undefined || sum.served + sum.byHand <= 0) return refuse('no-hours');
  const name = names.get(who.personId);
  if (name === undefined) return refuse('name-needed');
  const spent = await spendAttempt(who.personId, 'certificate', MOST_A_DAY, DAY, now, tryOf(call));
  if (spent !== undefined) return spent;
  const certificate: StoredCertificate = {
    code,
    number: numberOf(code, now),
    name,
    ...(volunteer.numberMasked === undefined ? {} : { numberMasked: volunteer.numberMasked }),
    communityName: (await findPlace(volunteer.communityId))?.name ?? '',
    from,
    until,
    sum,
    lines: certificateLines(entries),
    issuedAt: now,
    volunteerId: who.personId,
    op,
    opHash,
  };
  if (await writeCertificate(certificate)) return certificate;
  return (await findCertificate(code)) ?? refuse('changed-meanwhile');
};

/** Certificates I had made, newest first. */
export const listCertificates = async (
  _input: RouteInput<typeof listRoute>,
  { who }: Call,
): Promise<RouteReply<typeof listRoute>> => ({ items: await certificatesOf(who.personId) });

/** My certificate as an A4 document, the same whenever it is asked for. */
export const getCertificateSheet = async (
  { params }: RouteInput<typeof sheetRoute>,
  { who }: Call,
): Promise<RouteReply<typeof sheetRoute> | Refusal> => {
  const certificate = await findCertificate(params.code);
  if (certificate?.volunteerId !== who.personId) return refuse('not-found');
  const content = certificateContent(certificate, env().PUBLIC_BASE_URL);
  const make = async (): Promise<Uint8Array> => (await import('./certificate-paper')).drawCertificate(content);
  const { exportOnce } = await import('../platform/exported-file');
  const file = { id: `certificate-${plainCode(params.code)}`, type: 'pdf', name: content.title, inline: true } as const;
  return { url: await exportOnce(file, make) };
};

const MOST_CHECKS = 60;
const WINDOW = 10 * MINUTE;

/** Anybody checks a certificate: what the paper says, and whether hours in it were corrected since. */
export const checkCertificate = async (
  { params }: RouteInput<typeof checkRoute>,
  { sourceIp, now }: OpenCall,
): Promise<CertificateView | Refusal> => {
  const spent = await spendAttempt(`ip:${sourceIp}`, 'certificate-check', MOST_CHECKS, WINDOW, now);
  if (isRefusal(spent)) return spent;
  const certificate = await findCertificate(params.code);
  if (certificate === undefined) return refuse('not-found');
  const { volunteerId, from, until, issuedAt } = certificate;
  const entries = await hoursOfVolunteer(volunteerId, from, until);
  return { ...certificate, corrected: entries.some(({ kind, at }) => kind === 'correction' && at > issuedAt) };
};
