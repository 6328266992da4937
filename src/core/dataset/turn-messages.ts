import type { MessageTable } from '../text/message.ts';

/** What is said of turns, their roles, and calls of tools. */
export const turnMessages = {
  'dataset.empty-content.turn': {
    en: 'The turn of {role} has no text. Fill it in or remove the turn.',
    ko: '{role}의 턴에 글이 없습니다. 글을 채우거나 턴을 지우십시오.',
  },
  'dataset.empty-content.column': {
    en: 'The column "{column}" has no text. Fill it in or remove the row.',
    ko: '"{column}" 열에 글이 없습니다. 글을 채우거나 행을 지우십시오.',
  },
  'dataset.no-assistant.elsewhere': {
    en: 'No turn in "{column}" is the assistant\'s: the answers stand in {answers}, which SFT does not read. Convert the row to train on them.',
    ko: '"{column}"에 어시스턴트의 턴이 없고 답은 SFT가 읽지 않는 {answers}에 있습니다. 학습하려면 행을 변환하십시오.',
  },
  'dataset.no-assistant': {
    en: 'No turn in "{column}" is the assistant\'s, so there is no answer to learn. Add the answer or remove the row.',
    ko: '"{column}"에 어시스턴트의 턴이 없어 배울 답이 없습니다. 답을 더하거나 행을 지우십시오.',
  },
  'dataset.role-unknown': {
    en: 'Chat templates do not know the role "{role}". Use system, user, assistant or tool.',
    ko: '채팅 템플릿이 모르는 역할 "{role}"입니다. system, user, assistant, tool 중 하나를 쓰십시오.',
  },
  'dataset.role-unknown.none': {
    en: 'The turn does not say who speaks. Add its role.',
    ko: '누가 말하는지 없는 턴입니다. 역할을 더하십시오.',
  },
  'dataset.role-order.first': {
    en: 'The conversation begins with {role}, and many chat templates refuse that. Let the user begin.',
    ko: '대화가 {role}(으)로 시작해 많은 채팅 템플릿이 거부합니다. 사용자가 먼저 말하게 하십시오.',
  },
  'dataset.role-order.twice': {
    en: 'The turn of {role} follows another turn of the same side. Merge the two or put the missing turn between them.',
    ko: '{role}의 턴이 같은 쪽의 턴 뒤에 이어집니다. 둘을 합치거나 사이에 빠진 턴을 넣으십시오.',
  },
  'dataset.role-order.system': {
    en: 'A turn of {role} stands after the conversation has begun. Move it to the front.',
    ko: '대화가 시작된 뒤에 {role}의 턴이 있습니다. 맨 앞으로 옮기십시오.',
  },
  'dataset.role-order.result': {
    en: 'The result of a tool ({role}) follows no turn with calls. Add the call or remove the result.',
    ko: '호출이 있는 턴 없이 도구의 결과({role})가 나옵니다. 호출을 더하거나 결과를 지우십시오.',
  },
  'dataset.ends-without-answer': {
    en: 'The conversation ends with a turn of {role}, for which there is no answer to learn. Remove it or add the answer.',
    ko: '대화가 {role}의 턴으로 끝나 배울 답이 없습니다. 지우거나 답을 더하십시오.',
  },
  'dataset.several-system-turns': {
    en: 'This is one more system turn, which many chat templates refuse or misread. Merge it into the first.',
    ko: 'system 턴이 또 있어 많은 채팅 템플릿이 거부하거나 잘못 읽습니다. 첫 번째에 합치십시오.',
  },
  'dataset.content-type': {
    en: 'The content of the turn of {role} is neither text nor a list of parts, at which templates stop. Write it as text.',
    ko: '{role}의 턴의 content가 글도 조각 목록도 아니어서 템플릿이 멈춥니다. 글로 쓰십시오.',
  },
  'dataset.null-content': {
    en: 'The content of the turn of {role} is null, which templates refuse or print as nothing. Fill it in or remove the turn.',
    ko: '{role}의 턴의 content가 null이라 템플릿이 거부하거나 아무것도 출력하지 않습니다. 채우거나 턴을 지우십시오.',
  },
  'dataset.null-content.key': {
    en: 'The turn of {role} has no content, but "{key}", which templates do not read. Did you mean "{meant}"?',
    ko: '{role}의 턴에 content가 없고 템플릿이 읽지 않는 "{key}"이(가) 있습니다. "{meant}"입니까?',
  },
  'dataset.odd-key': {
    en: 'Chat templates do not read "{key}" of a turn. Did you mean "{meant}"?',
    ko: '채팅 템플릿이 턴의 "{key}"을(를) 읽지 않습니다. "{meant}"입니까?',
  },
  'dataset.malformed-turns.empty': {
    en: '"{column}" is an empty list, at which TRL stops or learns nothing. Fill it in or remove the row.',
    ko: '"{column}"이(가) 빈 목록이라 TRL이 멈추거나 배우는 것이 없습니다. 채우거나 행을 지우십시오.',
  },
  'dataset.malformed-turns.no-object': {
    en: 'This item of "{column}" is no turn, at which TRL stops. Write it as an object with role and content, or remove it.',
    ko: '"{column}"의 이 항목은 턴이 아니어서 TRL이 멈춥니다. role과 content가 있는 객체로 쓰거나 지우십시오.',
  },
  'dataset.malformed-turns.key': {
    en: 'Chat templates read "{wanted}" of a turn here, and not "{key}". Rename the key.',
    ko: '채팅 템플릿은 여기서 턴의 "{key}"이(가) 아니라 "{wanted}"을(를) 읽습니다. 키의 이름을 바꾸십시오.',
  },
  'dataset.malformed-turns.unconverted': {
    en: 'TRL converts "conversations" only where its first turn has from and value, and this one has content. Rename it to "value".',
    ko: 'TRL은 "conversations"의 첫 턴에 from과 value가 있어야 바꾸는데 이 턴에는 content가 있습니다. "value"로 바꾸십시오.',
  },
  'dataset.null-content.missing': {
    en: 'The turn of {role} has no content, which templates refuse or print as nothing. Fill it in or remove the turn.',
    ko: '{role}의 턴에 content가 없어 템플릿이 거부하거나 아무것도 출력하지 않습니다. 채우거나 턴을 지우십시오.',
  },
  'dataset.tools-column.empty-text': {
    en: 'The tools are an empty text, at which TRL stops with JSONDecodeError. Write null or [].',
    ko: 'tools가 빈 글이라 TRL이 JSONDecodeError로 멈춥니다. null이나 []로 쓰십시오.',
  },
  'dataset.tools-column.no-json': {
    en: 'The tools are text that is no JSON, at which TRL stops. Write a list of objects.',
    ko: 'tools가 JSON이 아닌 글이라 TRL이 멈춥니다. 객체의 목록으로 쓰십시오.',
  },
  'dataset.tools-column.no-list': {
    en: 'The tools are no list, at which the chat template stops. Write a list of objects.',
    ko: 'tools가 목록이 아니어서 채팅 템플릿이 멈춥니다. 객체의 목록으로 쓰십시오.',
  },
  'dataset.tools-column.no-object': {
    en: 'A tool is no object, at which the chat template stops. Write its JSON schema as an object.',
    ko: '도구가 객체가 아니어서 채팅 템플릿이 멈춥니다. JSON 스키마를 객체로 쓰십시오.',
  },
  'dataset.tool-arguments-syntax.no-json': {
    en: 'The arguments for {tool} are text that is no JSON, and the model learns to write them so. Correct the JSON.',
    ko: '{tool}의 인자가 JSON이 아닌 글이라 모델이 그렇게 쓰도록 배웁니다. JSON을 고치십시오.',
  },
  'dataset.tool-arguments-syntax.no-object': {
    en: 'The arguments for {tool} are no JSON object, and no tool takes them. Write them as {"name": value}.',
    ko: '{tool}의 인자가 JSON 객체가 아니어서 어떤 도구도 받지 않습니다. {"이름": 값}으로 쓰십시오.',
  },
  'dataset.tool-arguments-syntax.no-json.call': {
    en: 'The call is text that is no JSON, and the model learns to write it so. Correct the JSON.',
    ko: '호출이 JSON이 아닌 글이라 모델이 그렇게 쓰도록 배웁니다. JSON을 고치십시오.',
  },
  'dataset.tool-arguments-syntax.no-object.call': {
    en: 'The call is no JSON object with name and arguments. Write it as one.',
    ko: '호출이 name과 arguments를 가진 JSON 객체가 아닙니다. 객체로 쓰십시오.',
  },
  'dataset.unknown-tool': {
    en: 'The row declares no tool named "{tool}", so the model learns to call what it was not given. Declare it or correct the name.',
    ko: '행에 "{tool}" 도구가 선언되어 있지 않아 모델이 받지 않은 도구를 부르도록 배웁니다. 선언하거나 이름을 고치십시오.',
  },
  'dataset.tool-arguments-schema.missing': {
    en: 'The call of {tool} lacks the argument "{argument}", which its schema requires. Add it.',
    ko: '{tool} 호출에 스키마가 요구하는 "{argument}" 인자가 없습니다. 더하십시오.',
  },
  'dataset.tool-arguments-schema.unknown': {
    en: 'The schema of {tool} has no argument "{argument}". Correct its name or declare it.',
    ko: '{tool}의 스키마에 "{argument}" 인자가 없습니다. 이름을 고치거나 선언하십시오.',
  },
  'dataset.tool-arguments-schema.type': {
    en: 'The argument "{argument}" of {tool} is not of type {wanted}, as its schema says. Correct the value.',
    ko: '{tool}의 "{argument}" 인자가 스키마의 종류({wanted})와 다릅니다. 값을 고치십시오.',
  },
  'dataset.tool-arguments-schema.enum': {
    en: 'The argument "{argument}" of {tool} is none of those that its schema lists ({wanted}). Correct the value.',
    ko: '{tool}의 "{argument}" 인자가 스키마가 나열한 값({wanted})이 아닙니다. 값을 고치십시오.',
  },
  'dataset.call-without-result': {
    en: 'The conversation goes on without the result of this call of {tool}. Add the result or remove the call.',
    ko: '{tool} 호출의 결과 없이 대화가 이어집니다. 결과를 더하거나 호출을 지우십시오.',
  },
  'dataset.result-without-call': {
    en: 'No call before this result has the id {call}. Correct the id.',
    ko: '이 결과 앞에 id가 {call}인 호출이 없습니다. id를 고치십시오.',
  },
} as const satisfies MessageTable;
