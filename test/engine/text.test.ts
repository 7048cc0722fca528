import { describe, expect, test } from 'vitest';
import { stem, tokenize } from '../../src/engine/text.ts';

describe('tokenize', () => {
  test.each([
    ['How do I learn C++, C# and F#?', ['how', 'do', 'i', 'learn', 'c++', 'c#', 'and', 'f#']],
    ['node.js vs .NET, ci/cd and tcp/ip', ['nodejs', 'vs', 'dotnet', 'cicd', 'and', 'tcpip']],
    ["don't, dont, can’t, I'm, im", ['do', 'not', 'do', 'not', 'can', 'not', 'i', 'am', 'i', 'am']],
    ['What’s k8s? s3, oauth2', ['what', 'is', 'k8s', 's3', 'oauth2']],
    ['ＦＵＬＬ width ①', ['full', 'width', '1']],
    ['Как стать разработчиком? 日本語', ['как', 'стать', 'разработчиком', '日本語']],
    ['', []],
    ['??? 🎉 \u0000', []],
  ])('%j', (text, words) => {
    expect(tokenize(text)).toEqual(words);
  });

  test('java stays java and javascript stays javascript', () => {
    expect(tokenize('java javascript java script')).toEqual(['java', 'javascript', 'java', 'script']);
  });
});

test('a stem joins the forms of an English word and leaves other words alone', () => {
  expect(new Set(['earn', 'earns', 'earning', 'earned'].map(stem)).size).toBe(1);
  expect(stem('c++')).toBe('c++');
  expect(stem('разработчик')).toBe('разработчик');
});
