/** Private ASN ranges of RFC 6996: 64512-65534 and 4200000000-4294967294. */
export function isPrivateAsn(asn: number): boolean {
  return (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294)
}

/** True for a whole number that can be an autonomous system number (1-4294967294). */
export function isAsn(asn: number): boolean {
  return Number.isInteger(asn) && asn >= 1 && asn <= 4_294_967_294
}
