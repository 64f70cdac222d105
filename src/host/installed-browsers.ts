/** Where a Chrome, Chromium or Edge stands that the user installed. */
import path from 'node:path'

/** What of the environment says where programs stand. */
export type Environment = Readonly<Record<string, string | undefined>>

/** In order of preference: the lean one first, then by how often it is kept up to date. */
const commands = [
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable'
]

const linuxPlaces = [
  '/opt/google/chrome/chrome',
  '/usr/lib/chromium/chromium',
  '/opt/microsoft/msedge/msedge'
]

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe'
]

/** Files that are a browser when they exist, best first. Looks at no disk. */
export function browserPlaces(
  platform: NodeJS.Platform,
  env: Environment
): string[] {
  if (platform === 'win32') return onWindows(env)
  if (platform === 'darwin') return [...onMac(env), ...onPath(env)]
  return [...onPath(env), ...linuxPlaces]
}

/** A relative folder in PATH is left out: it would start whatever lies beside the corpus. */
function onPath({PATH = ''}: Environment): string[] {
  const folders = PATH.split(':').filter((folder) => folder.startsWith('/'))
  return commands.flatMap((command) =>
    folders.map((folder) => path.posix.join(folder, command))
  )
}

function onMac({HOME}: Environment): string[] {
  const roots = ['/Applications', ...(HOME ? [`${HOME}/Applications`] : [])]
  return macApps.flatMap((app) =>
    roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`)
  )
}

function onWindows(env: Environment): string[] {
  const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA]
    .map((root) => root ?? '')
    .filter((root) => path.win32.isAbsolute(root))
  return windowsPlaces.flatMap((place) =>
    roots.map((root) => path.win32.join(root, place))
  )
}
