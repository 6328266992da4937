/** A conversation of ordinary length with two tools, a call and its result, as chat templates take it. */
export const toolConversation = {
  tools: [
    tool('get_weather', 'The current weather at a place.', {
      city: { type: 'string', description: 'City and country, such as Seoul, Korea' },
      unit: { type: 'string', enum: ['celsius', 'fahrenheit'], description: 'Unit of the temperature' },
    }),
    tool('book_table', 'Books a table in a restaurant.', {
      restaurant: { type: 'string', description: 'Name of the restaurant' },
      people: { type: 'integer', description: 'How many people come' },
      time: { type: 'string', description: 'When, as ISO 8601' },
      wishes: {
        type: 'array',
        items: { type: 'string' },
        description: 'Anything that the kitchen should know',
      },
    }),
  ],
  messages: [
    {
      role: 'system',
      content: 'You are a helpful assistant that plans evenings. Be brief and check the weather first.',
    },
    {
      role: 'user',
      content: 'What is the weather in Seoul this evening, and can you book a table outside for four?',
    },
    {
      role: 'assistant',
      content: '',
      tool_calls: [
        {
          type: 'function',
          function: { name: 'get_weather', arguments: { city: 'Seoul, Korea', unit: 'celsius' } },
        },
      ],
    },
    { role: 'tool', name: 'get_weather', content: '{"temperature": 21, "sky": "clear", "wind": 3}' },
    {
      role: 'assistant',
      content:
        'It stays clear at 21 °C with little wind, so a table outside is a good idea. When should I book it?',
    },
    {
      role: 'user',
      content: 'At seven. One of us eats no nuts, and we would like the corner by the garden.',
    },
    {
      role: 'assistant',
      content: 'I will ask for the corner by the garden at seven, for four, without nuts for one of you.',
    },
  ],
};

function tool(name: string, description: string, properties: object): object {
  const parameters = { type: 'object', properties, required: Object.keys(properties).slice(0, 2) };
  return { type: 'function', function: { name, description, parameters } };
}
