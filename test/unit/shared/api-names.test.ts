import { expect, it } from 'vitest'
import { API, EVENTS } from '../../../src/shared/api.ts'
import { callNames, eventNames } from '../../../src/shared/api-names.ts'

it('lists every call and event, once', () => {
  expect([...callNames].sort()).toEqual(Object.keys(API).sort())
  expect([...eventNames].sort()).toEqual(Object.keys(EVENTS).sort())
})
