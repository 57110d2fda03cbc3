import intentAvailability from './intent-availability.ts'
import intentBandwidth from './intent-bandwidth.ts'
import intentBandwidthAfterFailure from './intent-bandwidth-after-failure.ts'
import intentBroken from './intent-broken.ts'
import intentEncrypted from './intent-encrypted.ts'
import intentLatency from './intent-latency.ts'
import intentLeaks from './intent-leaks.ts'
import intentOffInternet from './intent-off-internet.ts'
import intentRecovery from './intent-recovery.ts'
import intentSurvives from './intent-survives.ts'
import type { Rule } from '../rule.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [intentAvailability, intentBandwidth, intentBandwidthAfterFailure, intentBroken, intentEncrypted, intentLatency, intentLeaks, intentOffInternet, intentRecovery, intentSurvives]
