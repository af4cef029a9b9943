import { buildIfStale } from './nextBuild'
import { runCommand } from './runCommand'

runCommand(() => buildIfStale({ isForced: true }))
