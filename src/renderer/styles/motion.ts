/** Whether things shall be at their new places at once: the system or the person asks for less motion, or nobody looks (no window). */
export function wantsLessMotion(): boolean {
  if (typeof document === 'undefined') return true
  return document.documentElement.hasAttribute('data-still') || matchMedia('(prefers-reduced-motion: reduce)').matches
}
