"""A converted report: 法治政府建设年报, 政府工作报告, 政府信息公开年报 and their like."""

from __future__ import annotations

from pydantic import Field

from gongkai.content.derived import Derived
from gongkai.dates import Year  # noqa: TC001 - pydantic reads the annotation


class Report(Derived):
    """A report as converted; 发布日期, 发文字号 and the like come from seeds/NAME.yml and may be unknown."""

    year: Year | None = Field(None, alias="年度")
    indicators: int | None = Field(None, alias="指标数")
    highlights: tuple[str, ...] = Field((), alias="重点数据", max_length=6)
    """Names of indicators for the home page."""


class RuleOfLawReport(Report):
    """法治政府建设年报, due before 1 April."""

    label = "法治政府建设年报"
    about = "法治政府建设情况的年度报告"


class DisclosureReport(Report):
    """政府信息公开年报, due by 31 January or 31 March."""

    label = "政府信息公开年报"
    about = "政府信息公开工作年度报告"


class GovernmentReport(Report):
    """政府工作报告."""

    label = "政府工作报告"
    about = "政府向人民代表大会作的工作报告"


class WorkReport(Report):
    """工作报告 of a department."""

    label = "工作报告"
    about = "部门、乡镇的工作报告"


class WorkSummary(Report):
    """工作总结 and 工作计划."""

    label = "工作总结"
    about = "工作总结、工作计划"


class BudgetReport(Report):
    """财政预决算报告."""

    label = "财政预决算报告"
    about = "预算执行、预算草案、决算的报告"


class PlanReport(Report):
    """规划计划报告."""

    label = "规划计划报告"
    about = "国民经济和社会发展计划的报告"


class StatisticsBulletin(Report):
    """统计公报."""

    label = "统计公报"
    about = "统计公报、经济运行情况"


class OtherReport(Report):
    """Whatever else was converted."""

    label = "其他报告"
    about = "别的由文件转换的材料"
