import '@everycontact/web-component/define';
import { mount } from 'svelte';
import Case from './Case.svelte';

mount(Case, { target: document.getElementById('app') });
