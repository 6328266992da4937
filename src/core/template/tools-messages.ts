import type { MessageTable } from '../text/message.ts';

/** Why a file holds no tools. */
export const toolsMessages = {
  'tools.no-json': {
    en: 'The tools are no valid JSON ({reason}, line {line}): repair the file.',
    ko: '도구 파일이 올바른 JSON이 아닙니다({line}번째 줄, {reason}). 파일을 고치십시오.',
  },
  'tools.no-list': {
    en: 'The file holds no list of tools: it needs a JSON list of functions, or the result of an MCP tools/list.',
    ko: '파일에 도구 목록이 없습니다. 함수의 JSON 목록이나 MCP tools/list의 결과가 필요합니다.',
  },
  'tools.empty': {
    en: 'The list of tools is empty: add a function to it.',
    ko: '도구 목록이 비어 있습니다. 함수를 추가하십시오.',
  },
  'tools.no-object': {
    en: 'Tool {number} is no JSON object: write it as a function with name, description and parameters.',
    ko: '{number}번째 도구가 JSON 객체가 아닙니다. name, description, parameters가 있는 함수로 쓰십시오.',
  },
  'tools.no-name': {
    en: 'Tool {number} has no name: give its function one.',
    ko: '{number}번째 도구에 이름이 없습니다. 함수에 name을 쓰십시오.',
  },
  'tools.no-schema': {
    en: 'The parameters of tool {number} ({name}) are no JSON object: write them as a JSON Schema.',
    ko: '{number}번째 도구({name})의 매개변수가 JSON 객체가 아닙니다. JSON Schema로 쓰십시오.',
  },
  'tools.too-deep': {
    en: 'The tools are nested too deep for Python to write them as JSON: flatten their schemas.',
    ko: '도구가 너무 깊게 중첩되어 Python이 JSON으로 쓸 수 없습니다. 스키마의 단계를 줄이십시오.',
  },
} as const satisfies MessageTable;
