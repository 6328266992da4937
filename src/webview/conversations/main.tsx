import '../kit/theme.css';
import './conversations.css';
import { Channel } from '../../core/protocol/channel.ts';
import {
  conversationsHostCalls,
  conversationsPageCalls,
  type ConversationsPanelView,
  type FileState,
} from '../../core/protocol/conversations-contract.ts';
import { connectPage, onceAFrame, settle } from '../kit/connect-page.tsx';
import { mountPage } from '../kit/page.tsx';
import { hostPort, readPageState, writePageState } from '../kit/vscode-api.ts';
import type { ConversationsHost } from './conversations-host.ts';
import { ConversationsPage } from './conversations-page.tsx';
import { ConversationsStore } from './conversations-store.ts';
import { nothingSaved, savedView } from './saved-view.ts';

const channel = new Channel(hostPort, conversationsPageCalls, conversationsHostCalls, {
  show,
  update,
  changed,
  goTo,
});

const host: ConversationsHost = {
  readRows: (from, count) => channel.call('readRows', { from, count }),
  wish: (wish) => channel.call('wish', wish),
  positionOf: (row) => channel.call('positionOf', { row }),
  nextFinding: (row, by) => channel.call('nextFinding', { row, by }),
  readString: (row, pointer) => channel.call('readString', { row, pointer }),
  edit: (wanted) => channel.call('edit', wanted),
  openText: (row) => settle(channel.call('openText', { row })),
};

const saved = readPageState(savedView, nothingSaved);
const store = new ConversationsStore(host, saved, onceAFrame(draw), writePageState);

function show(view: ConversationsPanelView): undefined {
  store.show(view);
}

function update(state: FileState): undefined {
  store.update(state);
}

function changed(): undefined {
  store.stale();
}

function goTo({ row }: { row: number }): undefined {
  settle(store.goTo(row));
}

function draw(): void {
  mountPage(<ConversationsPage store={store} />);
}

connectPage(channel.call('ready', { wish: saved.wish }), show);
