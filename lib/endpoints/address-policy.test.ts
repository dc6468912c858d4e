import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPolicy, refuseAddress, refuseHost } from '#lib/endpoints/address-policy.ts';

const publicOnly = { allowPrivate: false, allow: [] };

describe('addresses', () => {
  it.each([
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '168.63.129.16',
    'fd00:ec2::254',
    'fd20:ce::254',
    'fe80::1',
    'fe80::1%eth0',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    '::169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b::169.254.169.254',
    '2002:a9fe:a9fe::1',
    '::ffff:0:169.254.169.254',
    '224.0.0.1',
    '255.255.255.255',
    'ff02::1',
  ])('%s is refused under every policy', (address) => {
    expect(refuseAddress(address, address, localPolicy)).not.toBeNull();
    expect(
      refuseAddress(address, address, { allowPrivate: true, allow: [address, '0.0.0.0/0', '::/0'] }),
    ).not.toBeNull();
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.1.1',
    '172.16.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fd12::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
  ])('%s is allowed on one’s own machine, refused where only public ones are', (address) => {
    expect(refuseAddress(address, address, localPolicy)).toBeNull();
    expect(refuseAddress(address, address, publicOnly)).not.toBeNull();
  });

  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '172.32.0.1', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => {
      expect(refuseAddress(address, address, publicOnly)).toBeNull();
    },
  );

  it('takes exceptions by host name, address and range', () => {
    const refuse = (address: string, host: string, allow: string[]) =>
      refuseAddress(address, host, { allowPrivate: false, allow });
    expect(refuse('10.1.2.3', 'gpu.lan', ['gpu.lan'])).toBeNull();
    expect(refuse('10.1.2.3', 'other.lan', ['gpu.lan'])).not.toBeNull();
    expect(refuse('10.1.2.3', 'x', ['10.1.0.0/16'])).toBeNull();
    expect(refuse('10.2.2.3', 'x', ['10.1.0.0/16'])).not.toBeNull();
    expect(refuse('::ffff:10.1.2.3', 'x', ['10.1.0.0/16'])).toBeNull();
    expect(refuse('fd12::5', 'x', ['fd12::/16'])).toBeNull();
    expect(refuse('192.168.0.7', 'x', ['192.168.0.7'])).toBeNull();
  });

  it.each(['metadata.google.internal', 'METADATA.google.internal.', 'metadata', 'instance-data'])(
    '%s is not looked up',
    (host) => {
      expect(refuseHost(host)).not.toBeNull();
    },
  );

  it('knows an address in whatever way it is written', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
        const notations = [String(number), `0x${number.toString(16)}`, `0${number.toString(8)}`];
        for (const notation of notations) expect(new URL(`http://${notation}/`).hostname).toBe(address);
        const verdict = refuseAddress(address, address, publicOnly) === null;
        expect(refuseAddress(`::ffff:${address}`, address, publicOnly) === null).toBe(verdict);
      }),
    );
  });
});
