import { BlockList, isIP } from 'node:net';
import { getSettings } from '#lib/settings.ts';

/** Which addresses the program may call. Metadata services and link-local addresses are refused under any policy. */
export type NetworkPolicy = {
  /** Loopback, private and other non-public addresses. */
  allowPrivate: boolean;
  /** Exceptions where private addresses are refused: host names, addresses, or CIDR ranges. */
  allow: readonly string[];
};

/** One person on their own machine: their own servers may be asked. */
export const localPolicy: NetworkPolicy = { allowPrivate: true, allow: [] };

/** What the person who runs Baijia has allowed. */
export function getNetworkPolicy(): NetworkPolicy {
  const { allowPrivateAddresses, allowedHosts } = getSettings();
  return { allowPrivate: allowPrivateAddresses, allow: allowedHosts };
}

type Range = readonly [address: string, prefix: number];

function blockList(ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of ranges) {
    list.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** Link-local, multicast, broadcast, and the fixed addresses where clouds hand out credentials. */
const neverAllowed = blockList([
  ['169.254.0.0', 16],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['192.0.0.192', 32],
  ['224.0.0.0', 4],
  ['255.255.255.255', 32],
  ['fe80::', 10],
  ['fd00:ec2::', 32],
  ['fd20:ce::', 32],
  ['ff00::', 8],
]);

/** The registries' special-purpose ranges (RFC 6890 and its updates). */
const nonPublic = blockList([
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['240.0.0.0', 4],
  ['::', 128],
  ['::1', 128],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fec0::', 10],
]);

const metadataNames = new Set([
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'metadata.azure.internal',
  'metadata.tencentyun.com',
  'instance-data',
  'instance-data.ec2.internal',
]);

function hextets(address: string): number[] {
  const canonical = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(zeros).fill('0'), ...right].map((part) => Number.parseInt(part, 16));
}

/** The IPv4 address inside an IPv6 one: mapped, compatible, NAT64 or 6to4; else the address itself. */
function unwrap(address: string): string {
  if (isIP(address) !== 6) return address;
  const parts = hextets(address);
  const [first = 0, second = 0, third = 0] = parts;
  const isZero = (from: number, to: number) => parts.slice(from, to).every((part) => part === 0);
  const v4 = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  if (first === 0x2002) return v4(second, third);
  const isMapped = isZero(0, 5) && parts[5] === 0xffff;
  const isTranslated = isZero(0, 4) && parts[4] === 0xffff && parts[5] === 0;
  const isNat64 = first === 0x64 && second === 0xff9b;
  const isCompatible = isZero(0, 6) && (parts[6] ?? 0) !== 0;
  return isMapped || isTranslated || isNat64 || isCompatible ? v4(parts[6], parts[7]) : address;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function isListed(address: string, host: string, allow: readonly string[]): boolean {
  return allow.some((entry) => {
    const [base = '', prefix] = entry.toLowerCase().split('/');
    if (isIP(base) === 0) return base === host;
    if (familyOf(base) !== familyOf(address)) return false;
    return blockList([[base, Number(prefix ?? (isIP(base) === 6 ? 128 : 32))]]).check(
      address,
      familyOf(base),
    );
  });
}

/** Why this host name may not be looked up at all, or null. */
export function refuseHost(host: string): string | null {
  const name = host.toLowerCase().replace(/\.$/, '');
  return metadataNames.has(name) ? `${name} is a metadata service` : null;
}

/** Why `host`, found at `address`, may not be called, or null. */
export function refuseAddress(address: string, host: string, policy: NetworkPolicy): string | null {
  const inner = unwrap(address);
  const bare = inner.split('%')[0] ?? inner;
  if (isIP(bare) === 0) return `${address} is not an address`;
  if (neverAllowed.check(bare, familyOf(bare)))
    return `${address} is a link-local, metadata or multicast address`;
  if (policy.allowPrivate || !nonPublic.check(bare, familyOf(bare))) return null;
  return isListed(bare, host.toLowerCase().replace(/\.$/, ''), policy.allow)
    ? null
    : `${address} is not a public address`;
}
