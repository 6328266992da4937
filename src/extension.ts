import path from 'node:path';
import * as vscode from 'vscode';
import { registerCompareCommands } from './host/compare/compare-commands.ts';
import { ComparePanels } from './host/compare/compare-panels.ts';
import { LocalComparing } from './host/compare/local-comparing.ts';
import { registerDatasetCommands } from './host/dataset/dataset-commands.ts';
import { ConfigurationDiagnostics } from './host/dataset/configuration-diagnostics.ts';
import { ConversationsEditors } from './host/conversations/conversations-editors.ts';
import { registerOpenConversationsCommand } from './host/conversations/open-conversations-command.ts';
import { DatasetDocuments } from './host/dataset/dataset-documents.ts';
import { DatasetPairs } from './host/dataset/dataset-pairs.ts';
import { DatasetsView } from './host/dataset/datasets-view.ts';
import { FindingDiagnostics } from './host/dataset/finding-diagnostics.ts';
import { FixActions } from './host/dataset/fix-actions.ts';
import { registerIgnoreAction } from './host/dataset/ignore-action.ts';
import { registerLargeFileNote } from './host/dataset/large-file-note.ts';
import { registerLintCommand } from './host/dataset/lint-command.ts';
import { LintTasks } from './host/dataset/lint-tasks.ts';
import { registerOpenFinding } from './host/dataset/open-finding.ts';
import { Preparations } from './host/dataset/prepare/preparations.ts';
import { registerPrepareCommands } from './host/dataset/prepare/prepare-commands.ts';
import { RefusalDiagnostics } from './host/dataset/refusal-diagnostics.ts';
import { RenderedRowDocuments } from './host/dataset/rendered-row-documents.ts';
import { registerRowCommands } from './host/dataset/row-commands.ts';
import { RowHover } from './host/dataset/row-hover.ts';
import { RuleHover } from './host/dataset/rule-hover.ts';
import { RowLabels } from './host/dataset/row-labels.ts';
import { RowRenderings } from './host/dataset/row-renderings.ts';
import { RowTokenCounts } from './host/dataset/row-token-counts.ts';
import { registerReportCommands } from './host/dataset/report/report-commands.ts';
import { TokenTotals } from './host/dataset/token-totals.ts';
import { WorkspaceDatasets } from './host/dataset/workspace-datasets.ts';
import { HubAccount } from './host/hub/hub-account.ts';
import { HubStatus } from './host/hub/hub-status.ts';
import { registerSignInCommands } from './host/hub/sign-in-command.ts';
import { registerUploadCommand } from './host/hub/upload-command.ts';
import { CommandRegistry, resourceOf } from './host/kit/commands.ts';
import { registerOpenSampleCommand } from './host/learn/open-sample-command.ts';
import { registerPythonCommands } from './host/python/python-commands.ts';
import { registerExportCommands } from './host/recipe/export-commands.ts';
import { RecipeDiagnostics } from './host/recipe/recipe-diagnostics.ts';
import { WorkspaceRecipes } from './host/recipe/workspace-recipes.ts';
import { LogDocuments } from './host/runs/log-documents.ts';
import { JobChoices } from './host/runs/job-choices.ts';
import { JobFollowers } from './host/runs/job-followers.ts';
import { JobsTraining } from './host/runs/jobs-training.ts';
import { LocalTraining } from './host/runs/local-training.ts';
import { PlanScreen } from './host/runs/plan-screen.ts';
import { registerRunCommands } from './host/runs/run-commands.ts';
import { RunPanels, type Screens } from './host/runs/run-panels.ts';
import { RunScreen } from './host/runs/run-screen.ts';
import { RunStatusItem } from './host/runs/run-status-item.ts';
import { RunStores } from './host/runs/run-stores.ts';
import { RunsView } from './host/runs/runs-view.ts';
import { registerEditTemplateCommand } from './host/template/language/edit-template-command.ts';
import { TemplateFileSystem } from './host/template/language/template-file-system.ts';
import { TemplateLanguage } from './host/template/language/template-language.ts';
import { PreviewPanels } from './host/template/preview-panels.ts';
import { TemplateChanges } from './host/template/template-changes.ts';
import { registerTemplateCommands } from './host/template/template-commands.ts';
import { TemplateChoices } from './host/template/template-choices.ts';
import { TemplateDocuments } from './host/template/template-documents.ts';
import { TemplateInventory } from './host/template/template-inventory.ts';
import { TemplateOrigins } from './host/template/template-origins.ts';
import { TemplateProbes } from './host/template/template-probes.ts';
import { registerTemplateSourceCommands } from './host/template/template-source-commands.ts';
import { TemplatesView } from './host/template/templates-view.ts';
import { TrlPackage } from './host/template/trl-package.ts';
import { WorkspaceTemplates } from './host/template/workspace-templates.ts';
import { LocalLauncher } from './node/run/local-launcher.ts';
import type { Places } from './node/places.ts';
import { TemplateStore } from './node/template/template-store.ts';
import { WorkerClient } from './node/worker/worker-client.ts';

/** Builds the features in order; each is disposed with the extension. */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(item: T): T => {
    context.subscriptions.push(item);
    return item;
  };
  const log = own(vscode.window.createOutputChannel('Tuning Fork', { log: true }));
  const places = placesOf(context);
  const commands = new CommandRegistry(context, log);
  const report = (error: unknown): void => commands.report(error);
  commands.register('showLog', () => log.show());

  const worker = own(new WorkerClient(places.worker));

  const documents = own(new DatasetDocuments(worker, report));
  const findings = own(new FindingDiagnostics(documents));
  own(new FixActions(documents));
  own(registerIgnoreAction(commands, documents));
  own(new ConfigurationDiagnostics(report));
  own(registerLargeFileNote(report));
  own(registerOpenFinding());
  const datasets = own(new WorkspaceDatasets(worker, documents, report));
  registerLintCommand(commands, worker);
  own(new LintTasks(context.asAbsolutePath('dist/cli.js')));
  commands.register('showNextFindings', (argument) => findings.showNext(resourceOf(argument)));
  const known = (uri: vscode.Uri) => datasets.known(uri);
  registerPrepareCommands(commands, own(new Preparations(places, versionOf(context), known)));

  const recipes = own(new WorkspaceRecipes());
  registerDatasetCommands(commands, recipes);
  const recipeDiagnostics = own(new RecipeDiagnostics(report));

  const templates = own(new WorkspaceTemplates());
  const inventory = own(new TemplateInventory(templates, new TrlPackage(), context.workspaceState));
  const origins = new TemplateOrigins(context.workspaceState);
  own(new TemplatesView(inventory, new TemplateProbes(worker), origins));
  const keptTemplates = new TemplateStore(
    path.join((context.storageUri ?? context.globalStorageUri).fsPath, 'templates'),
  );
  own(new TemplateDocuments(keptTemplates, templates));
  const choices = own(new TemplateChoices(templates, recipes, context.workspaceState));
  const totals = own(new TokenTotals(choices));
  const pairs = own(new DatasetPairs(recipes, report));
  const view = own(
    new DatasetsView(datasets, pairs, totals, async () => {
      const { HeldOutOverlaps } = await import('./host/dataset/held-out-overlaps.ts');
      return new HeldOutOverlaps(worker);
    }),
  );
  commands.register('refreshDatasets', () => view.refresh());
  own(
    registerReportCommands(commands, context.extensionUri, {
      worker,
      choices,
      totals,
      recipes,
      memory: context.workspaceState,
    }),
  );
  const tokenCounts = own(new RowTokenCounts(worker, choices, report));
  own(new RowLabels(documents, tokenCounts));
  const conversations = own(
    new ConversationsEditors(places.worker, {
      extension: context.extensionUri,
      worker,
      documents,
      datasets,
      tokenCounts,
      onError: report,
    }),
  );
  registerOpenConversationsCommand(commands, conversations);
  const renderings = own(new RowRenderings(worker, choices));
  own(new RowHover(documents, renderings, report));
  // the hover that is registered last stands first: what is wrong with a row, then what the model sees of it
  own(new RuleHover(documents));
  const renderedRows = own(new RenderedRowDocuments(renderings));
  own(new RefusalDiagnostics(renderings, report));
  own(registerRowCommands(commands, renderings, renderedRows));
  const previews = own(
    new PreviewPanels({
      extension: context.extensionUri,
      worker,
      places,
      templates: choices,
      inventory,
      storage: (context.storageUri ?? context.globalStorageUri).fsPath,
      onError: report,
    }),
  );
  const templateChanges = own(new TemplateChanges(choices, keptTemplates, context.workspaceState, report));
  registerTemplateCommands(commands, previews, choices, inventory, templateChanges);
  own(new TemplateLanguage(report));
  own(new TemplateFileSystem());
  registerEditTemplateCommand(commands);

  const stores = own(new RunStores());
  const account = new HubAccount(context.secrets);
  registerTemplateSourceCommands(commands, {
    inventory,
    choices,
    origins,
    account,
    previewed: () => previews.dataset,
  });
  const hubStatus = own(new HubStatus(account));
  const followers = own(new JobFollowers(stores, account, report));
  const jobChoices = new JobChoices(context.workspaceState);
  const ways = {
    local: new LocalTraining(new LocalLauncher(places), account, context.workspaceState),
    jobs: new JobsTraining(places, account, jobChoices, context.workspaceState),
  };
  const runParts = { logs: own(new LogDocuments()), account, followers };
  const screens: Screens = {
    plan: (recipe, kind) => (panel) => new PlanScreen(recipe, ways[kind], panel),
    run: (directory) => {
      void templateChanges.runShown(directory).catch(report);
      return (panel) => new RunScreen(directory, runParts, panel);
    },
  };
  const panels = own(new RunPanels(context.extensionUri, screens, report));
  own(new RunsView(stores, recipes));
  own(new RunStatusItem(stores));
  registerRunCommands(commands, panels, stores, recipes, account);
  registerExportCommands(commands, recipes, jobChoices);
  const comparisons = own(new ComparePanels(context.extensionUri, new LocalComparing(places), report));
  const compared = (run: string): unknown => templateChanges.runShown(run).catch(report);
  registerCompareCommands(commands, comparisons, stores, compared);

  registerSignInCommands(commands, account, () => panels.refreshPlans());
  registerUploadCommand(commands, stores, account, hubStatus);

  registerPythonCommands(commands, context, places, () => panels.refreshPlans());
  registerOpenSampleCommand(commands, places);

  documents.lintAll();
  recipeDiagnostics.checkAll();
}

function versionOf({ extension }: vscode.ExtensionContext): string {
  const manifest: { readonly version?: unknown } = extension.packageJSON;
  return String(manifest.version);
}

function placesOf(context: vscode.ExtensionContext): Places {
  const root = context.extensionPath;
  return {
    worker: path.join(root, 'dist', 'worker.cjs'),
    segmentWorker: path.join(root, 'dist', 'segment-worker.cjs'),
    python: path.join(root, 'python'),
    media: path.join(root, 'media'),
  };
}
