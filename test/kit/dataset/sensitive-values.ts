/** Put together here, so that this file holds no token that a scanner of repositories would take for one. */
const random = 'Wq3ZkT9bVx2LmRc8NdYs5HgJf7PtKa4UeB6i';
const privateKey = ['PRIVATE', 'KEY'].join(' ');

/** A value of each kind that the rules about secrets and personal data recognise, in the text that it stands in. */
export const sensitiveValues = [
  { kind: 'hf token', value: `hf_${random.slice(0, 34)}`, text: `Use hf_${random.slice(0, 34)} now.` },
  { kind: 'github token', value: `ghp_${random}`, text: `{"token": "ghp_${random}"}` },
  { kind: 'password', value: 'qT7vR2xLp9', text: 'git clone https://kim:qT7vR2xLp9@git.kim.dev/app.git' },
  { kind: 'email', value: 'minji.park84', text: 'Write to minji.park84@naver.com.' },
  { kind: 'phone', value: '9274-5518', text: 'Call 010-9274-5518.' },
  { kind: 'resident number', value: '900228-1000006', text: '주민등록번호는 900228-1000006입니다.' },
  { kind: 'card', value: '4539 6701 2384 1571', text: 'Pay with 4539 6701 2384 1571.' },
  {
    kind: 'private key',
    value: `${random}${random}`,
    text: `-----BEGIN RSA ${privateKey}-----\n${random}${random}\nQ7${random}\n-----END RSA ${privateKey}-----`,
  },
  {
    kind: 'private key without its end',
    value: `Q7${random}`,
    text: `-----BEGIN ${privateKey}-----\n${random}${random}\nQ7${random}\n`,
  },
] as const;
