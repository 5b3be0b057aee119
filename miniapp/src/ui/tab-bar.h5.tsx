import Taro from '@tarojs/taro';
import { TAB_NAMES } from './tab-bar-names';
import type { TabName } from './tab-bar-names';
import './tab-bar.scss';

const tabs = Object.entries(TAB_NAMES) as [TabName, string][];

/** The five tabs on the web: links a keyboard reaches, words that grow with the text size. */
export const TabBar = ({ at }: { at: TabName }) => (
  <nav className="tab-bar" aria-label="主要页面">
    {tabs.map(([name, words]) => (
      <a
        key={name}
        className={`tab-bar-tab tab-bar-${name}${name === at ? ' tab-bar-on' : ''}`}
        href={`/pages/${name}/index`}
        aria-current={name === at ? 'page' : undefined}
        onClick={(event) => {
          event.preventDefault();
          void Taro.switchTab({ url: `/pages/${name}/index` });
        }}
      >
        <span className="tab-bar-icon" aria-hidden="true" />
        {words}
      </a>
    ))}
  </nav>
);
