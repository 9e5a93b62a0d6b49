/** SPIs below are reserved. Source: RFC 4303, section 2.1. */
const lowest = 256;

/**
 * Chooses the SPIs that one router receives with: always the same for the same association, and no two alike, so that a class sees
 * the same numbers on every screen.
 */
export interface SpiSource {
  /** 256 to 4294967295. */
  take(association: string): number;
}

export function spiSource(): SpiSource {
  const taken = new Set<number>();
  return {
    take(association) {
      let spi = hash(association);
      while (spi < lowest || taken.has(spi)) spi = (spi + 1) >>> 0;
      taken.add(spi);
      return spi;
    },
  };
}

/** FNV-1a with a final mix, so that names which differ in one letter give numbers that differ everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The SPI of an association that was made anew for the n-th time: the same on every screen too. */
export function renewedSpi(spi: number, round: number): number {
  const next = hash(`${spi} made anew ${round}`);
  return next < lowest ? next + lowest : next;
}
