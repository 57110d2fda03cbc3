import type { Page } from '@playwright/test'

/** A file that the app gave to the person. */
export interface SavedByApp {
  readonly fileName: string
  readonly bytes: Buffer
}

/** One app over one library, the same to a journey in whichever host it runs. */
export interface HostUnderTest {
  readonly name: 'loopback' | 'electron-double' | 'electron'
  /** The window as it is now; a restart gives another. */
  readonly page: () => Page
  /** Does what makes the app save a file, and answers that file. */
  readonly saved: (act: () => Promise<unknown>) => Promise<SavedByApp>
  /** Ends main in the middle of whatever it does, starts it again on the same library, and answers the new window. */
  readonly killAndRestart: () => Promise<Page>
  /** Errors that pages or main have reported so far. */
  readonly complaints: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Collects what a page complains of: uncaught errors and console errors. */
export function listenForComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`page: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_CONNECTION_REFUSED')) complaints.push(`console: ${message.text()}`)
  })
}
