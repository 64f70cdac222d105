#!/usr/bin/env node
/** The command `cao`: hands the command line over and sets the exit code; nothing else. */
import process from 'node:process'
import {runProgram} from './commands/program.ts'
import {nodeHost, packageVersion} from './host/node.ts'

process.exitCode = await runProgram(process.argv.slice(2), nodeHost(), {
  version: packageVersion()
})
