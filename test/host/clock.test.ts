import {afterEach, expect, test, vi} from 'vitest'
import {today} from '../../src/host/clock.ts'

afterEach(() => {
  vi.useRealTimers()
})

test.each([
  ['2015-08-31T21:59:59Z', '2015-08-31'],
  ['2015-08-31T22:00:00Z', '2015-09-01'],
  ['2015-12-31T22:59:59Z', '2015-12-31'],
  ['2015-12-31T23:00:00Z', '2016-01-01'],
  ['2016-02-29T12:00:00Z', '2016-02-29']
])('at %s it is %s in Amsterdam', (moment, day) => {
  vi.useFakeTimers({now: new Date(moment)})
  expect(today()).toBe(day)
})
