/**
 * User settings under which VS Code does nothing that a test did not ask for. They are those of its latest version: what it knows by another
 * name now it writes anew, some seconds after a window opens, and reads its own file in the middle of that.
 */
export const quietSettings: Readonly<Record<string, unknown>> = {
  // No chat: the first takes away its buttons and its process, the second the side bar that would stay empty.
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  // No welcome, tips, release notes, questions.
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'window.confirmBeforeClose': 'never',
  'files.simpleDialog.enable': true,
  // The web's defaults differ from the desktop's: it would save what a test types, and refuse to show files over 10 MB.
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'workbench.editorLargeFileConfirmation': 1024,
  // No network.
  'telemetry.telemetryLevel': 'off',
  'telemetry.feedback.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'json.schemaDownload.enable': false,
  'npm.fetchOnlinePackageInfo': false,
  // No work in the background that is not ours.
  'git.enabled': false,
  'git.autoRepositoryDetection': false,
  'github.gitAuthentication': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  // Steady pixels.
  'workbench.colorTheme': 'Dark Modern',
  'window.autoDetectColorScheme': false,
  'workbench.reduceMotion': 'on',
  'workbench.list.smoothScrolling': false,
  'workbench.editor.enablePreview': false,
  'workbench.editor.useModal': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.smoothScrolling': false,
  'editor.occurrencesHighlight': 'off',
  'editor.hover.delay': 100,
  'breadcrumbs.enabled': false,
};
