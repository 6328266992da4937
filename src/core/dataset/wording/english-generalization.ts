import type { Generalization } from './group-and-trait.ts';
import { matchesAt } from './matches-at.ts';
import { stemsOf } from './pattern-stems.ts';
import { isIn, type TextSearch } from './text-search.ts';
import { wordBeginnings } from './word-beginnings.ts';

/** Nouns for nations and peoples that are not adjectives too. */
const PEOPLES =
  'americans|germans|italians|russians|mexicans|koreans|indians|arabs|africans|asians|europeans|scots|poles|turks|greeks|spaniards|brazilians|canadians|australians|pakistanis|israelis|iranians|iraqis|nigerians|egyptians|ukrainians|romanians|hungarians|swedes|danes|finns|norwegians|belgians|austrians|filipinos|indonesians|thais|colombians|cubans|argentinians|latin[oa]s|hispanics|caucasians|native americans|african[- ]americans|asian[- ]americans|northerners|southerners|westerners|easterners|texans|californians|new yorkers|londoners|parisians|roma|gypsies|middle easterners|pacific islanders|arabic people|people from (?:the )?(?:middle east|africa|asia|china|mexico|india|japan|korea|russia|germany|france|italy|england|america|texas|the south)|(?:the )?(?:french|english|british|dutch|irish|chinese|japanese|spanish|swiss|welsh|portuguese|vietnamese)';

/** What stands before "people" and the like. */
const KINDS =
  'african[- ]american|asian[- ]american|native american|hispanic|latin[oa]|black|white|brown|asian|african|arab|chinese|japanese|korean|indian|mexican|russian|german|french|italian|polish|american|british|english|irish|spanish|turkish|greek|jewish|muslim|christian|catholic|roma|romani|indigenous|native|gay|lesbian|bisexual|trans(?:gender)?|straight|disabled|handicapped|deaf|blind|autistic|bipolar|mentally ill|old|older|elderly|young|younger|poor|rich|homeless|rural|southern|northern|western|eastern|middle eastern|illegal';

const PERSONS = 'people|men|women|guys|girls|boys|folks|persons|citizens|workers|immigrants|students|drivers';

const OTHERS = [
  'women|men|girls|boys|females|males|ladies|wives|husbands|housewives|mothers-in-law|moms|dads|grandmothers|grandmas',
  'blacks|whites|gays|lesbians|homosexuals|bisexuals',
  'muslims|christians|jews|hindus|buddhists|catholics|protestants|mormons|sikhs|atheists',
  '(?:illegal |undocumented )?immigrants|migrants|refugees|foreigners|asylum seekers',
  'teenagers|teens|adolescents|millennials|(?:baby )?boomers|gen z(?:ers)?|generation z|zoomers|senior citizens|the (?:elderly|old|young|poor|rich|disabled|deaf|blind|homeless|mentally (?:ill|disabled))',
  'people with (?:(?:mental |physical |intellectual |learning )?disabilities|schizophrenia|autism|adhd|bipolar disorder|down syndrome|depression|mental illness(?:es)?)|schizophrenics|autistics',
  'lawyers|politicians|engineers|programmers|developers|nurses|doctors|accountants|teachers|professors|academics|cops|police officers|policemen|bankers|journalists|sales(?:men|people)|scientists|artists|actors|librarians|mechanics|(?:taxi|truck|bus) drivers|soldiers|civil servants|bureaucrats|managers|farmers|used car dealers|realtors',
];

const GROUP = String.raw`(?:${PEOPLES}|(?:${KINDS}) (?:${PERSONS})|${OTHERS.join('|')})`;

/** Adjectives of character, ability and worth. */
const ADJECTIVES = [
  'lazy|idle|stupid|dumb|ignorant|intelligent|unintelligent|smart(?:er)?|clever|brilliant|gifted|talented|untalented|inferior|superior|uneducated|illiterate|unskilled|simple-minded|slow|dull|foolish|silly|clueless|wise|ambitious|unambitious',
  'violent|aggressive|dangerous|angry|quarrelsome|confrontational|defiant|savage|barbaric|brutish|cruel|vengeful|heartless|ruthless|evil|disgusting|unstable|unpredictable|crazy|insane|neurotic|dramatic|delusional',
  'dirty|filthy|smelly|unclean|sloppy|greedy|stingy|cheap|thrifty|frugal|miserly|wasteful|dishonest|honest|untrustworthy|trustworthy|corrupt|deceitful|cunning|sly|sneaky|shady|shifty|crafty|devious|scheming|inscrutable|disloyal|loyal',
  'rude|polite|courteous|disrespectful|respectful|arrogant|proud|pretentious|snobbish|snobby|humble|modest|loud|noisy|quiet|shy|timid|meek|passive|reserved|cold|warm-hearted|kind-hearted|unfriendly|friendly|hospitable|hostile|humou?rless|boring|uptight|stiff|passionate|hot-tempered|hot-blooded|hot-headed|temperamental|moody|flamboyant|artistic|melodramatic',
  'emotional|hysterical|irrational|unreasonable|illogical|rational|logical|indecisive|submissive|obedient|docile|weak(?:er)?|feeble|fragile|delicate|helpless|cowardly|brave|incompetent|unreliable|reliable|hard-?working|industrious|diligent|disciplined|undisciplined|unprofessional|punctual|unpunctual|lazier|competitive',
  'backwards?|primitive|uncivili[sz]ed|uncultured|promiscuous|immoral|unnatural|abnormal|perverted|sinful|subhuman|fanatical|intolerant|judg(?:e)?mental|bigoted|racist|sexist|hypocritical|brainwashed|closed-minded|narrow-minded|open-minded|superstitious|unpatriotic|ungrateful',
  'selfish|self-cent(?:er|re)d|selfless|entitled|spoiled|spoilt|narcissistic|materialistic|vain|shallow|superficial|gossipy|nosy|bossy|controlling|catty|jealous|manipulative|gullible|na[iï]ve|childish|immature|irresponsible|responsible(?! for)|reckless|careless|stubborn|grumpy|cranky|bitter|senile|forgetful|picky|needy|clingy|insecure|sensitive(?! (?:to|about))',
  'nurturing|caring|compassionate|empathetic|maternal|generous|insensitive|uncreative|creative|robotic|athletic|creepy|nerdy|awkward|antisocial|unsociable|introverted|useless|worthless|lesser|unfit|unemployable|accident[- ]prone',
].join('|');

const PERSON =
  'criminals?|terrorists?|thieves|thugs|rapists|predators|crooks|liars|cheats|cheaters|hypocrites|snobs|cowards|drunks|drunkards|alcoholics|savages|barbarians|animals|vermin|parasites|leeches|freeloaders|perverts?|fanatics|extremists?|bigots|racists?|gossips|gold[- ]diggers|nerds|geeks|introverts|snowflakes|narcissists|hard workers|burdens?|bad (?:drivers|leaders|tippers)|born leaders|idiots|fools|simpletons|brutes|monsters|menaces|moochers|pigs|rats|snakes';

const TRAITS = [
  ADJECTIVES,
  `(?:[a-z-]{3,14} )?(?:${PERSON})`,
  'a (?:huge |big )?drain on|a threat|(?:not good|only good|good|bad|better|worse|best|terrible|awful|horrible|hopeless|useless|great|excellent|amazing|poor) (?:at|with|for|drivers|dancers|cooks|lovers|athletes|leaders|workers|parents|mothers|fathers|soldiers|lawyers)|born to|made for|better suited|out of touch|(?:more |very )?prone to (?:violence|crime|anger|lying|drama|stealing)',
  "too (?!young|old|small|few|many|poor|busy|late|tired|ill|sick|tall|short|heavy|much|far)[a-z]+ to|(?:not|aren't) (?:very |really |particularly |that )?(?:smart|intelligent|strong|clever|brave|rational|logical|capable|trustworthy|honest|loyal|reliable|ambitious|careful|creative|friendly)(?: enough)?|not good enough",
  'always (?:late|complaining|stealing|lying|whining|gossiping|fighting|cheating|scheming|nagging|causing trouble|starting fights|breaking the law)',
].join('|');

/** Words between "are" and the trait that leave it one of the group. */
const ADVERBS =
  '(?!only|probably|possibly|perhaps|sometimes|occasionally|rarely|hardly|equally|increasingly|currently|recently|previously|newly|directly|legally|financially|economically|medically|statistically|reportedly|allegedly|supposedly)(?:so|too|very|often|always|all|just|such|more|less|the most|quite|rather|far|much|a bit|known for being|known to be|nothing but|born|total|complete|a bunch of|a|an|the|by nature|to be|both|[a-z]{2,12}ly)';

const ARE = String.raw`(?:are|tend to be|will always be|have always been|seem to be|'re)`;

/** What they do, as if all of them did. */
const DEEDS = [
  String.raw`(?:can't|cannot|can not|can never|don't know how to|don't even know how to|do not know how to|are unable to|are incapable of|aren't able to|will never|never) (?:really |even |ever )?(?:be )?(?:drive|driving|park|parking|cook|dance|swim|sing|lead|learn|learning|trusted|trust|loyal|good|think|control|commit|multitask|keep|express|understand|listen|handle|take (?:criticism|a joke|care|responsibility)|tell the truth|jump|reason|adapt|integrate|assimilate|do (?:math|science|anything|politics)|manage|want to work|read maps)`,
  String.raw`(?:all |always |just |only |simply )?(?:belong in (?:the )?(?:kitchen|home|jail|prison)|steal|gossip|nag|whine|live off|abuse (?:the|our)|leech|lie (?:about|all)|take advantage of|cheat (?:on|people|everyone)|(?:do not|don't) (?:want to work|work hard|tip|wash)|hate (?:work|women|america))`,
  String.raw`(?:all |often |usually |generally |typically |simply |just |always )?(?:lack|have) (?:(?:no|a|an|the|great|bad|poor|short|better|less|any|natural|low|lower|higher) ){0,2}(?:social skills|empathy|manners|appreciation|moral sense|sense of humou?r|rhythm|morals|ambition|discipline|common sense|emotional intelligence|intelligence|work ethic|temper|taste|culture|self-control)|have (?:a )?(?:low|lower|high|higher) iqs?`,
].join('|');

const CLAIM = new RegExp(
  String.raw`\b(?<group>${GROUP})(?: (?:all|just|really|simply|always|in general|today|these days|nowadays))?(?: ${ARE}(?: ${ADVERBS}){0,4}(?: [a-z-]{3,14}(?:, (?:and )?| and | or | but )(?:${ADVERBS} )?| )(?<trait>${TRAITS})| (?<deed>${DEEDS}))\b`,
  'iy',
);

/** Why are they so …? The question takes for granted what it asks about. */
const WHY = new RegExp(
  String.raw`\b(?:why|how come) (?:are|do) (?:all |so many |most )?(?<group>${GROUP}) (?:all |always )?(?:(?:so|such|too|always|more|less|all|naturally|a|be) ){0,3}(?<trait>${TRAITS}|lack \w+|steal|lie|nag|gossip|cheat|complain)\b`,
  'iy',
);

/** How dishonest they are; you cannot trust them. */
const SAID_OTHERWISE = new RegExp(
  String.raw`\b(?:how (?<trait>${ADJECTIVES}) (?<group>${GROUP}) (?:are|can be)|(?:you )?(?<deed>can't trust|cannot trust|never trust|don't trust) (?:any |the )?(?<group2>${GROUP}))\b`,
  'iy',
);

const ASKED = "why |how |you (?:can't|cannot|never|don't) trust|(?:can't|cannot|never|don't) trust";

/** Where a group may be named, and where a question or warning about one may begin. */
interface Marks {
  readonly group: TextSearch;
  readonly asked: TextSearch;
}

let madeMarks: Marks | null = null;

/** Made when first asked for: it takes some milliseconds, and few ask. */
function marks(): Marks {
  return (madeMarks ??= { group: wordBeginnings(stemsOf(GROUP)), asked: wordBeginnings(stemsOf(ASKED)) });
}

/** What may stand right before a group that is meant as a whole: the beginning of a clause, or one of these. */
const WHOLE =
  /(?:^|[.,;:!?…"'“”‘’「『([>*\-–—|\n\t]|\b(?:that|because|since|as|but|and|or|though|although|while|when|so|all|most|think|thinks|believes?|says?|said|know|knows|claims?|claimed|assumes?|than|obviously|clearly|generally|sure|well|course|the view|typical|for|like|you))\s*$/i;

/** The same sentence says that it is not so, or that people say it. */
const DENIED =
  /\b(?:stereotyp\w+|myths?|misconceptions?|prejudice[ds]?|generali[sz]\w+|no (?:scientific )?evidence|(?:not|isn't|untrue|never) (?:true|right|fair|accurate|the case)|untrue|false|unfair|wrong to|(?:can)?not (?:all|every\w*|necessarily|mean|imply|suggest|endorse|agree|promote|believe|think|support|condone)|(?:do|does|did)n['’]t (?:mean|imply|think|believe|agree)|no idea (?:if|whether)|contentious|bias(?:ed)?|(?:is|are) (?:a |an )?(?:racist|sexist|harmful|offensive|insulting|discriminat\w+))\b/i;

/** The generalizations in the English of a text (`groupsAndTraitsIn`). */
export function englishGeneralizations(text: string): Generalization[] {
  const mark = marks();
  if (!isIn(mark.group, text)) return [];
  const asked = [WHY, SAID_OTHERWISE].flatMap((pattern) => matchesAt(pattern, mark.asked, text).map(found));
  const claimed = matchesAt(CLAIM, mark.group, text)
    .map(found)
    .filter(({ from, to }) => {
      if (!WHOLE.test(text.slice(Math.max(0, from - 20), from))) return false;
      return !/^[^.!?\n]*\?/.test(text.slice(to, to + 200));
    });
  return [...asked, ...claimed]
    .filter(({ from, to }) => !DENIED.test(sentenceAround(text, from, to)))
    .sort((a, b) => a.from - b.from);
}

function found({ 0: whole, index, groups = {} }: RegExpExecArray): Generalization {
  return {
    from: index,
    to: index + whole.length,
    group: groups['group'] ?? groups['group2'] ?? '',
    trait: groups['trait'] ?? groups['deed'] ?? '',
  };
}

/** How far a sentence is followed. */
const LONGEST = 160;

/** What stands before and after a span in its sentence. */
function sentenceAround(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - LONGEST), from);
  const after = text.slice(to, to + LONGEST);
  return (/[^.!?\n]*$/.exec(before)?.[0] ?? '') + '…' + (/^[^.!?\n]*/.exec(after)?.[0] ?? '');
}
