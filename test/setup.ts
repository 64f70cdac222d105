import fc from 'fast-check'

// A property that fails may shrink its example for very long; a minute will do.
fc.configureGlobal({
  interruptAfterTimeLimit: 60_000,
  markInterruptAsFailure: true
})
