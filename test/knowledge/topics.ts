/** The entries that the knowledge must have, by theme file. It may have more. */
export const TOPICS: Readonly<Record<string, readonly string[]>> = {
  role: 'what-is-backend backend-developer-role backend-vs-frontend fullstack-vs-backend job-titles-and-levels is-backend-a-good-career is-coding-for-me'.split(
    ' ',
  ),
  start:
    'how-to-start-backend start-coding-from-zero how-long-it-takes what-to-learn-next improve-coding-skills learning-motivation career-change-into-dev age-and-coding'.split(
      ' ',
    ),
  education:
    'degree-needed which-degree masters-degree bootcamps self-taught compare-learning-routes learning-resources certifications'.split(
      ' ',
    ),
  languages:
    'best-backend-language first-language compare-languages how-many-languages nodejs-javascript python java php ruby go csharp-dotnet other-languages frameworks'.split(
      ' ',
    ),
  skills:
    'essential-skills soft-skills data-structures-algorithms software-design git databases sql-vs-nosql apis api-styles security testing debugging performance-scalability system-design microservices cloud containers devops-practices linux-networking frontend-for-backend developer-tools ai-coding-tools ai-for-backend'.split(
      ' ',
    ),
  proof: 'project-ideas portfolio open-source hackathons-and-contests personal-brand'.split(' '),
  hired:
    'internships first-job job-search resume interview-prep coding-interview behavioral-interview choosing-employer companies-hiring remote-work working-abroad changing-jobs layoffs-and-gaps'.split(
      ' ',
    ),
  money:
    'salary-overview salary-by-level salary-by-stack salary-negotiation earn-money-fast freelancing freelance-clients-rates own-product'.split(
      ' ',
    ),
  future: 'job-market-outlook ai-replacing-developers industry-trends staying-updated'.split(' '),
  special:
    'specializations devops-cloud-career data-engineering-career data-science-ml-career cybersecurity-career game-mobile-backend switch-tech-role non-coding-roles'.split(
      ' ',
    ),
  growth: 'career-ladder become-senior leadership-roles promotion-and-raise networking tech-communities'.split(' '),
  worklife: 'common-challenges burnout-and-balance impostor-syndrome new-job-success workplace-problems'.split(' '),
};
