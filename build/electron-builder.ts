import type { Configuration } from 'electron-builder'

const sqlite = 'node_modules/better-sqlite3'

// What an installed PC gets: the shell, the pages, and SQLite for its own system. The hall server is installed by itself.
// The system is written out: electron-builder's own `platform` means the one that builds, not the one that is built for.
function filesFor(system: 'win32' | 'linux'): string[] {
  return [
    'dist/electron/**',
    'dist/renderer/**',
    '!dist/**/*.map',
    'package.json',
    `!${sqlite}/{deps,src}/**`,
    `!${sqlite}/binding.gyp`,
    `!${sqlite}/prebuilds/!(${system}-\${arch}).node`,
    '!node_modules/node-addon-api/**',
  ]
}

const config: Configuration = {
  appId: 'kr.changgu.desktop',
  productName: 'Changgu',
  directories: { output: 'out/release', buildResources: 'build' },
  asarUnpack: [`${sqlite}/prebuilds/**`],
  npmRebuild: false,
  electronLanguages: ['ko', 'en-US'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  },
  win: {
    files: filesFor('win32'),
    target: [{ target: 'nsis', arch: ['x64'] }],
  },
  nsis: {
    oneClick: false,
    perMachine: true,
    installerLanguages: ['ko_KR', 'en_US'],
    language: '1042',
    // Neither knows which PC of the hall this is: whoever sets it up makes the shortcut (docs/OPERATING.md).
    runAfterFinish: false,
    createDesktopShortcut: false,
    createStartMenuShortcut: false,
  },
  linux: {
    files: filesFor('linux'),
    target: ['AppImage'],
    category: 'Office',
  },
  publish: null,
}
export default config
